"""The types of a glossary."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property

from mtfix.french.phrases import TermIndex
from mtfix.french.profiles import Profile
from mtfix.french.stem import without_accents
from mtfix.french.tokens import tokenize
from mtfix.glossary.match import TermMatcher

_ALIKE = 0.6
"""From which similarity on two words count as spellings of one name."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One row of a glossary.

    `forbidden` forms are wrong in any French text; `variants` are accepted beside `target`.
    `profiles` is empty when the entry holds for every house style.  `shipped` entries come with mtfix, the others
    from the user.
    """

    source: str
    target: str
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    part_of_speech: str = ""
    do_not_translate: bool = False
    note: str = ""
    profiles: tuple[str, ...] = ()
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    shipped: bool = field(default=False, compare=False)

    @property
    def accepted(self) -> tuple[str, ...]:
        """The forms that are right in a French text, the best one first."""
        return self.target, *self.variants

    def holds_for(self, profile: Profile) -> bool:
        """Whether the entry belongs to this house style or to the one it extends."""
        return not self.profiles or profile.name in self.profiles or profile.parent in self.profiles


@dataclass(frozen=True)
class Glossary:
    """Entries in order of rank: where two contradict each other about a form, the earlier one decides."""

    entries: tuple[TermEntry, ...] = ()

    def for_profile(self, profile: Profile) -> Glossary:
        """Only the entries of one house style; its own entries take precedence over general ones.

        No entry forbids what one of higher rank wants.
        """
        own: list[TermEntry] = []
        others: list[TermEntry] = []
        earlier: set[str] = set()
        for entry in filter(lambda e: e.holds_for(profile), self.entries):
            kept = own if profile.name in entry.profiles else others
            kept.append(_without_forbidden(entry, earlier))
            earlier.update(entry.accepted)
        accepted = {form for entry in own for form in entry.accepted}
        return Glossary((*own, *(_without_forbidden(entry, accepted) for entry in others)))

    def __add__(self, other: Glossary) -> Glossary:
        return Glossary(self.entries + other.entries)

    @cached_property
    def forbidden_forms(self) -> TermIndex[TermEntry]:
        """All forbidden forms, to look up in a text."""
        return TermIndex((form, entry) for entry in self.entries for form in entry.forbidden)

    @cached_property
    def named(self) -> frozenset[str]:
        """The names in English that have an entry."""
        return frozenset(entry.source for entry in self.entries if entry.part_of_speech == "name")

    @cached_property
    def source_terms(self) -> TermMatcher:
        """All source terms, to look up in an English text.

        The shipped rows *in Chile* are about the preposition: the term is *Chile*.
        """
        return TermMatcher(e for e in self.entries if not (e.shipped and e.source.startswith("in ")))

    @cached_property
    def spellings(self) -> TermIndex[tuple[TermEntry, str]]:
        """Every spelling of the names that are accepted in several, with its entry."""
        return TermIndex(
            (form, (entry, form))
            for entry in self.entries
            if entry.variants and entry.part_of_speech == "name"
            for form in (entry.target, *entry.variants)
            if form == entry.target or _is_spelling_of(entry.target, form)
        )


def _is_spelling_of(name: str, other: str) -> bool:
    """Whether both are one name by sound: alike word by word, with more than accents between them."""
    one, two = tokenize(name).words, tokenize(other).words
    if len(one) != len(two) or without_accents(name.casefold()) == without_accents(other.casefold()):
        return False
    pairs = zip(one, two, strict=True)
    return all(a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= _ALIKE for a, b in pairs)


def _without_forbidden(entry: TermEntry, accepted: Collection[str]) -> TermEntry:
    forbidden = tuple(form for form in entry.forbidden if form not in accepted)
    if forbidden == entry.forbidden:
        return entry
    return replace(entry, forbidden=forbidden)
