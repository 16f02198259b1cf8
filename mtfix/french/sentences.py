"""Split French news text into sentences, keeping exact code-point offsets.

Rules only: no dependency, no data, no change to the text.  A stop ends a
sentence when what follows can begin one (anything but a lower-case word) and
what precedes is no abbreviation, initial or list number.
"""

from __future__ import annotations

import re

__all__ = ["sentence_spans"]

# A line break ends a sentence, unless the next line goes on in lower case
# (hard-wrapped text).
_IN_LINE = r"[^\n\r\v\f\x85\u2028\u2029]+"
_LINE = re.compile(rf"{_IN_LINE}(?:\r?\n(?=[ \t]*[a-zß-öø-ÿœ]){_IN_LINE})*")

_STOP = re.compile(
    r"""
    (?P<stop>[.!?…](?<![(\[.!?…].)               # not (...), […], (!)
        [.!?…]*(?:\s[!?…][.!?…]*){0,4})
    (?:["”»’')\]]|\s[”»]|\[\d+\])*                # closing marks, note calls
    (?P<gap>\s+)
    (?P<open>(?:[(\[](?:…|\.{3})[)\]]\s*|[«“„‘'"(\[¿¡•*–—-]\s*)*)
    (?P<next>\w+['’]?|[#@$€£\u2600-\u27bf\U0001f000-\U0001faff])
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[\w.°/-]*$")
# U.S, J.-C, a.m, Ph.D; then the initials J, J-P, Ph.
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.-?[^\W\d_])+|[A-ZÀ-ÖØ-ÞŒ](?:-[A-ZÀ-ÖØ-ÞŒ])?|[a-z]|Ph|Th|Ch")
_SPACED_QUOTE = ('" ', '"\xa0', '"\u202f')
_AFTER_DIGIT = re.compile(r"\d\s*$")
_LIST_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d+)*|[IVX]{1,5}|[A-Za-z])")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b(?!['’])")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Always followed by the rest of the sentence.
_BEFORE_NAME = _words(
    """
    M MM Mr Mrs Ms Mme Mmes Mlle Mlles Dr Drs Pr Prof Mgr Me St Ste Sts Mt Ft Gal Gén
    Gen Col Cdt Cne Cpt Capt Lt Sgt Maj Adj Gov Sen Rep Rev Hon av apr cf vs bd boul éd
    coll trad dir ibid op cit
    """
)
# Followed by a number or a numeral, otherwise ordinary words.
_BEFORE_NUMBER = _words(
    """
    n no nos art p pp vol t tome chap ch fig par sect al alin ann tél réf ex env v livr
    h No Nos Art Vol Chap Fig Tél Réf
    """
)
# May end a sentence: they do when a word that begins sentences follows.
_MAY_END = _words(
    """
    Inc Corp Ltd Co Cie Bros Jr Sr ex min hab janv févr fév avr juil sept oct nov déc
    Jan Feb Aug Sept Oct Nov Dec
    """
)
_STARTERS = _words(
    """
    il elle ils elles on je j' nous vous tu ce c' cet cette ces ça cela ceci un une les
    des du en dans mais et or ni car puis pour par sur sous avec sans selon après avant
    depuis pendant lors lorsque lorsqu' quand si s' comme alors ainsi aussi enfin
    cependant pourtant toutefois néanmoins outre malgré jusqu' puisque puisqu' à au aux
    son sa ses leur leurs notre nos votre vos tout tous toute toutes plusieurs certains
    certaines chaque aucun aucune quelques d' n' qu' que qui quant y entre chez contre
    vers dès bien même parmi grâce début fin hier interrogé le la l'
    """
)
_NAME_PARTICLES = frozenset(("le", "la", "l'", "des", "du", "d'"))


def _full_stop_ends(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the single full stop at ``stop`` ends the sentence begun at ``start``."""
    if _LIST_NUMBER.fullmatch(text, start, stop):
        return False
    found = _WORD.search(text, max(start, stop - 24), stop)
    word = found.group() if found else ""
    if word in _BEFORE_NAME:
        return False
    if word in _BEFORE_NUMBER and _NUMERAL.match(following):
        return False
    dotted = _DOTTED.fullmatch(word)
    if not dotted and word not in _MAY_END:
        return True
    if len(word) == 1 and _AFTER_DIGIT.search(text, max(start, stop - 5), stop - 1):
        return not following[0].isdigit()  # "30 F. Le", but "18 h. 30"
    starter = following.lower().replace("’", "'")
    is_initial = dotted is not None and "." not in word
    return starter in _STARTERS and not (is_initial and starter in _NAME_PARTICLES)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` offsets of the sentences of ``text``, in order.

    Offsets count the code points of ``text`` as it is.  Spans do not overlap
    and neither begin nor end with white space; between them is only white space.
    """
    spans: list[tuple[int, int]] = []

    def add(start: int, end: int) -> None:
        sentence = text[start:end]
        if stripped := sentence.strip():
            start += len(sentence) - len(sentence.lstrip())
            spans.append((start, start + len(stripped)))

    for line in _LINE.finditer(text):
        start, line_end = line.span()
        quotes, counted = 0, start
        for match in _STOP.finditer(text, start, line_end):
            following = match["next"]
            if following[0].islower():
                continue
            if match["stop"].endswith(("..", "…")) and following[0].isdigit():
                continue
            stop = match.start()
            if match["stop"] == "." and not _full_stop_ends(text, start, stop, following):
                continue
            end, begin = match.span("gap")
            # A straight quote between two spaces: odd ones open, even ones close.
            spaced_quote = match["open"].startswith(_SPACED_QUOTE)
            if spaced_quote:
                quotes += text.count('"', counted, begin)
                counted = begin
                if quotes % 2:
                    end = begin = begin + 1
            add(start, end)
            start = begin
        add(start, line_end)
    return spans
