"""A country or place of the glossaries that stands where the source names another one."""

from __future__ import annotations

from functools import lru_cache

from mtfix.alignment.words import ENGLISH_FUNCTION_WORDS, WordAlignment
from mtfix.french.phrases import TermIndex
from mtfix.french.profiles import PROFILES, Profile
from mtfix.french.tokens import Tokens
from mtfix.glossary.entry import TermEntry
from mtfix.glossary.match import Occurrence
from mtfix.glossary.read import shipped_glossary
from mtfix.rules.terminology.occurrences import Place

_FILES = ("countries.csv", "places.csv")
# Names that writers take for each other, or that hold one another.
_EXCHANGED = (
    frozenset(("Grande-Bretagne", "Angleterre", "Royaume-Uni", "Écosse", "pays de Galles")),
    frozenset(("Bohême", "Tchéquie", "République tchèque")),
    frozenset(("Allemagne", "RFA", "RDA")),
    frozenset(("Mexico", "Mexique", "Nouveau-Mexique")),
    frozenset(("États-Unis", "Amérique", "Amérique du Nord")),
    frozenset(("Pays-Bas", "Hollande")),
    frozenset(("Birmanie", "Myanmar")),
    frozenset(("Russie", "Union soviétique", "URSS")),
    frozenset(("Europe", "Union européenne", "Bruxelles")),
    frozenset(("Chine", "Pékin")),
    frozenset(("Corée", "Corée du Sud", "Corée du Nord")),
)

_NO_PLACES = ENGLISH_FUNCTION_WORDS | frozenset(
    "mr mrs ms dr sir lord president minister prime state party".split()
)


def name_instead(alignment: WordAlignment, occurrence: Occurrence, profile: Profile) -> Place | None:
    """Where a name stands that the source has not, if it must have taken the place of the one it has.

    The name renders nothing else, and of the source no other name lacks its rendering.
    """
    entry = occurrence.term.entries[0]
    if not _is_place(entry) or _other_name_unrendered(alignment, occurrence):
        return None
    source = alignment.source.text.casefold()
    for first, last, other in _places(profile.name).find(alignment.target):
        known = any(english.casefold() in source for english in _sources(profile.name).get(other.target, ()))
        if not known and not _are_exchanged(entry, other) and _is_free(alignment, occurrence, first, last):
            return Place(first, last + 1, complete=True)
    return None


def _is_place(entry: TermEntry) -> bool:
    return entry.shipped and entry.path in _FILES and not entry.source.startswith("in ")


@lru_cache(maxsize=4)
def _places(profile: str) -> TermIndex[TermEntry]:
    entries = shipped_glossary().for_profile(PROFILES[profile]).entries
    return TermIndex((form, entry) for entry in entries if _is_place(entry) for form in entry.accepted)


@lru_cache(maxsize=4)
def _sources(profile: str) -> dict[str, list[str]]:
    """The English names of every French one."""
    found: dict[str, list[str]] = {}
    for entry in shipped_glossary().for_profile(PROFILES[profile]).entries:
        found.setdefault(entry.target, []).append(entry.source)
    return found


def _are_exchanged(one: TermEntry, other: TermEntry) -> bool:
    forms = {*one.accepted, *other.accepted}
    if one.target in other.target or other.target in one.target:
        return True
    return any(len(forms & names) > 1 for names in _EXCHANGED)


def _is_free(alignment: WordAlignment, occurrence: Occurrence, first: int, last: int) -> bool:
    links = [alignment.origin(j) for j in range(first, last + 1)]
    return all(link is None or occurrence.first <= link.source < occurrence.end for link in links)


def _other_name_unrendered(alignment: WordAlignment, occurrence: Occurrence) -> bool:
    source = alignment.source
    return any(
        _is_name(source, i) and alignment.rendering(i) is None
        for i in range(1, len(source))
        if not occurrence.first <= i < occurrence.end
    )


def _is_name(source: Tokens, index: int) -> bool:
    """Whether a word has a capital that it owes not to the beginning of a sentence, and may name a country."""
    word, surface = source.words[index], source.surface(index)
    if surface.isupper() and len(surface) > 1:
        return True
    begins = not source.words[index - 1][-1].isalnum() and source.words[index - 1] != ","
    return surface[0].isupper() and not begins and word not in _NO_PLACES
