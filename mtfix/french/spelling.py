"""Words that lie near an unknown one: what a writer, or a machine that spells, may have meant."""

from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.word_lists import commonness

_LETTERS = "abcdefghijklmnopqrstuvxyzàâçèéêëîïôùûœ"
_ACCENTED = {"a": "àâ", "e": "éèêë", "i": "îï", "o": "ô", "u": "ùûü", "c": "ç"}
_PLAIN = {accented: plain for plain, forms in _ACCENTED.items() for accented in forms}


def accent_variants(word: str, changes: int = 2) -> list[str]:
    """The French words that differ from `word` in accents alone, in at most `changes` letters."""
    found: dict[str, None] = {}
    level = {word}
    for _ in range(changes):
        level = {other for form in level for other in _other_accents(form)}
        found.update(dict.fromkeys(sorted(form for form in level if form != word and _known(form))))
    return sorted(found, key=lambda form: -commonness(form))


def neighbours(word: str) -> list[str]:
    """The common French words at one edit (a letter more, less, other, or two exchanged), the commonest first."""
    found = {form for form in _edits(word) if commonness(form)}
    return sorted(found, key=lambda form: (-commonness(form), form))


def _known(form: str) -> bool:
    return bool(lexicon().look_up(form))


def _other_accents(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        plain = _PLAIN.get(letter, letter)
        for other in plain + _ACCENTED.get(plain, ""):
            if other != letter:
                yield word[:place] + other + word[place + 1 :]


def _edits(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        yield from (head + letter + tail for letter in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
