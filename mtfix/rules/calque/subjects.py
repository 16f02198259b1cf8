"""The subject that stands right before a verb, where it is certain."""

from __future__ import annotations

from dataclasses import dataclass

from mtfix.french.tagging import coarse, features
from mtfix.french.tokens import Tokens

CLITICS = frozenset("ne n’ y en lui leur me m’ te t’ se s’ nous vous le la les l’".split())
_BORDERS = frozenset(', ; : « “ " ( – — que qu’ mais et car si s’ quand lorsque lorsqu’ ou'.split())
_PERSONS = frozenset("il elle ils elles on".split())
_DETERMINERS = ("DET", "NUM")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its first and last token, the token of its head, and its number (`s`, `p`, or `x`)."""

    first: int
    last: int
    head: int
    number: str
    border: str
    """The folded token before it, or '' where a sentence begins."""


def before_clitics(tokens: Tokens, tags: list[str], verb: int) -> int:
    """The last token before a verb that is neither negation nor a pronoun of the verb."""
    index = verb - 1
    while index >= 0 and tokens.words[index] in CLITICS and not tags[index].startswith("DET"):
        index -= 1
    return index


def subject_before(tokens: Tokens, tags: list[str], verb: int) -> Subject | None:
    """The subject right before the finite verb `verb`, from border to border, or None where it is unsure."""
    return subject_ending(tokens, tags, before_clitics(tokens, tags, verb))


def subject_ending(tokens: Tokens, tags: list[str], last: int) -> Subject | None:
    """The subject whose last token is `last`: a personal pronoun, a name, or a noun with its article."""
    if last < 0:
        return None
    word = tokens.words[last]
    if last > 1 and coarse(tags[last]) in ("NUM", "DET") and tokens.words[last - 1] == "sur":
        last -= 2  # « un patient sur cinq »
    if word in _PERSONS and coarse(tags[last]) == "PRON":
        return Subject(last, last, last, "p" if word.endswith("s") else "s", _before(tokens, last))
    if coarse(tags[last]) == "NAME":
        return _name(tokens, tags, last)
    return _noun(tokens, tags, last)


def _before(tokens: Tokens, first: int) -> str:
    return tokens.words[first - 1] if first else ""


def _at_border(tokens: Tokens, first: int) -> bool:
    return first == 0 or tokens.words[first - 1] in _BORDERS or tokens.words[first - 1] in ".!?…»"


def _bounded(tokens: Tokens, first: int, last: int, head: int, number: str) -> Subject | None:
    if not _at_border(tokens, first):
        return None
    before = _before(tokens, first)
    return Subject(first, last, head, number, "" if before in ".!?…»" else before)


def _name(tokens: Tokens, tags: list[str], last: int) -> Subject | None:
    first = last
    while first and coarse(tags[first - 1]) == "NAME" and tokens.spaced(first - 1):
        first -= 1
    article = first - 1 if first and tokens.words[first - 1] in ("la", "l’") else first
    if article and tokens.words[article - 1] in ("de", "d’", "du", "des"):  # « le chef de l’Otan »
        return _headed(tokens, tags, article - 2, last) if article > 1 else None
    if first and coarse(tags[first - 1]) == "DET":
        number = (features(tags[first - 1]) or "xx")[1]
        return _bounded(tokens, first - 1, last, last, number)
    if first and coarse(tags[first - 1]) in ("NOUN", "ADJ"):  # « le ministre Jean Dupont »
        return _noun(tokens, tags, first - 1, last)
    return _bounded(tokens, first, last, last, "s")


def _noun(tokens: Tokens, tags: list[str], last: int, end: int | None = None) -> Subject | None:
    """Noun with article; one complement with `de` may stand behind (« le chef de la police »)."""
    end = last if end is None else end
    index = _phrase_start(tags, last)
    if index is None:
        return None
    first, head = index
    if first and tokens.words[first - 1] in ("de", "d’") and coarse(tags[first]) in ("NOUN", "DET"):
        return _headed(tokens, tags, first - 2, end)
    if coarse(tags[first]) == "PREP" and tokens.words[first] in ("du", "des"):
        return _headed(tokens, tags, first - 1, end)
    if coarse(tags[first]) not in _DETERMINERS:
        return _bare_name(tokens, first, end)
    return _bounded(tokens, first, end, head, _number(tags, first, head))


def _bare_name(tokens: Tokens, first: int, end: int) -> Subject | None:
    """One word with a capital where a sentence begins: a name that is a common noun, too (« Macron »)."""
    if first != end or not tokens.surface(first)[0].isupper():
        return None
    return Subject(first, end, end, "s", "") if not first or tokens.words[first - 1] in ".!?…" else None


def _headed(tokens: Tokens, tags: list[str], last: int, end: int) -> Subject | None:
    """The noun that a complement with `de` belongs to."""
    index = _phrase_start(tags, last) if last >= 0 else None
    if index is None or coarse(tags[index[0]]) not in _DETERMINERS:
        return None
    first, head = index
    return _bounded(tokens, first, end, head, _number(tags, first, head))


def _number(tags: list[str], first: int, head: int) -> str:
    for tag in (tags[head], tags[first]):
        if (features(tag) or "xx")[1] in "sp":
            return features(tag)[1]
    return "x"


def _phrase_start(tags: list[str], last: int) -> tuple[int, int] | None:
    """The first token of the phrase that ends with `last`, and its noun; None if it is no noun phrase."""
    index = last
    while index >= 0 and coarse(tags[index]) in ("ADJ", "PPAST") and last - index < 2:
        index -= 1
    if index < 0 or coarse(tags[index]) != "NOUN":
        return None
    if index and tags[index - 1] == tags[index]:  # « le président brésilien »: two nouns for the tagger
        index -= 1
    head = index
    index -= 1
    while index >= 0 and coarse(tags[index]) in ("ADJ", "NUM") and head - index < 3:
        index -= 1
    if index >= 0 and coarse(tags[index]) in ("DET", "PREP"):
        return index, head
    return index + 1, head
