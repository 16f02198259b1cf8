"""The French lexicon: what a form can be, and the forms of a lemma.

The data are two files that are mapped into memory, not read: `data/lexicon.marisa`, a trie that numbers all
forms, and `data/lexicon.bin`, whose layout `Section` describes.  `training/lexicon.py` writes them.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

import marisa_trie

Pos = Literal["NOUN", "ADJ", "ADV", "VERB", "DET", "PRON", "PREP", "CONJ", "NUM", "NAME", "INTJ", "AFFIX"]
Gender = Literal["", "m", "f"]
Number = Literal["", "s", "p"]
Tense = Literal[
    "", "inf", "ppres", "ppast", "pres", "impf", "past", "fut", "subj", "subjimpf", "cond", "imper"
]
Pronominal = Literal["", "always", "reciprocal", "en", "agreeing", "invariable", "possible"]
POS: tuple[Pos, ...] = get_args(Pos)

MAGIC = b"MTFIXLEX"
VERSION = 1
# magic, version, checksum of all that follows the header, checksum and size of the trie
HEADER = struct.Struct("<8sIIII")
_SECTION = struct.Struct("<II")
_MUTE = 2


class Section(IntEnum):
    """The parts of `lexicon.bin`.

    The file begins with `HEADER`, then an offset and a length (uint32) for every section.  Numbers are
    little-endian.  Texts are UTF-8, one item a line; `READINGS` and the like are numbered from 0.
    """

    READINGS = 0
    """text: pos, kind, gender, number, tense, person, separated by tabs"""
    VERBS = 1
    """text: the nine letters of the source about a verb; item 0 is empty: no verb"""
    ENDINGS = 2
    """text: endings to append; item 0 is empty"""
    FORMS = 3
    """uint16 for every key of the trie: the number of its list of cells"""
    LIST_STARTS = 4
    """uint32: where every list begins in CELLS (in cells), and the end"""
    CELLS = 5
    """uint16 × 4: letters to strip from the form, ending that makes the lemma, reading, verb"""
    ELISION = 6
    """uint8 for every list: 0 unknown, 1 no elision before the form, 2 elision before its h"""
    LEMMAS = 7
    """uint32, ascending: key of the lemma × 16 + index of the part of speech"""
    LEMMA_TABLES = 8
    """uint16 for every item of LEMMAS: the number of its table"""
    TABLE_STARTS = 9
    """uint32: where every table begins in TABLES (in pairs), and the end"""
    TABLES = 10
    """uint16 × 2: ending, reading; of forms that share a reading the usual one comes first"""
    TABLE_STRIPS = 11
    """uint8 for every table: letters to strip from the lemma"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form can be, without its lemma.

    `gender` and `number` are '' where the form serves for both.  `kind` divides a part of speech further:
    `possessive`, `demonstrative`, `clitic`, `relative`, `contraction`, `first` (name), `place`, `demonym` …
    """

    pos: Pos
    kind: str = ""
    gender: Gender = ""
    number: Number = ""
    tense: Tense = ""
    person: int = 0

    def fits(self, gender: Gender = "", number: Number = "", tense: Tense = "", person: int = 0) -> bool:
        """Whether the reading can be the wanted one; what is '' or 0, here or there, does not matter."""
        return (
            (not tense or self.tense == tense)
            and (not person or not self.person or self.person == person)
            and (not gender or self.gender in ("", gender))
            and (not number or self.number in ("", number))
        )


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb is built.  `auxiliary` is the one it has in the active when it is not pronominal."""

    auxiliary: Literal["avoir", "être", "both"] = "avoir"
    transitive: bool = False
    indirect: bool = False
    intransitive: bool = False
    pronominal: Pronominal = ""
    impersonal: bool = False

    @classmethod
    def from_code(cls, code: str) -> Verb:
        """The verb of Grammalecte's nine letters, such as `1_itnq__a` (see its French.tagset.txt)."""
        auxiliary: Literal["avoir", "être", "both"] = "avoir"
        if code[7] == "e":
            auxiliary = "both" if code[8] == "a" else "être"
        return cls(
            auxiliary=auxiliary,
            transitive=code[3] == "t",
            indirect=code[4] == "n",
            intransitive=code[2] == "i",
            pronominal=_PRONOMINAL.get(code[5], ""),
            impersonal=code[6] == "m",
        )


_PRONOMINAL: dict[str, Pronominal] = {
    "p": "always",
    "r": "reciprocal",
    "e": "en",
    "q": "agreeing",
    "u": "invariable",
    "v": "possible",
    "x": "possible",
}


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a form: the lemma, the reading, and for a verb how it is built.

    The reading is shared by all forms that have it, so analyses cost little.  The lemma of a contraction
    names its parts: `au` is `à+le`.
    """

    lemma: str
    reading: Reading
    verb: Verb | None = None

    @property
    def pos(self) -> Pos:
        """The part of speech."""
        return self.reading.pos

    @property
    def kind(self) -> str:
        """The subdivision of the part of speech, or ''."""
        return self.reading.kind

    @property
    def gender(self) -> Gender:
        """m, f, or '' for both."""
        return self.reading.gender

    @property
    def number(self) -> Number:
        """s, p, or '' for both."""
        return self.reading.number

    @property
    def tense(self) -> Tense:
        """Mood and tense of a verb form, or ''."""
        return self.reading.tense

    @property
    def person(self) -> int:
        """1, 2, 3, or 0 for none."""
        return self.reading.person


_Cell = tuple[int, str, Reading, Verb | None]
_Numbers = Sequence[int]


class LexiconError(ValueError):
    """Files of the lexicon that do not belong together or to this version."""


class Lexicon:
    """The forms of French.  Apostrophes may be straight or typographic.

    `analyses` keeps what it has looked up, up to `remembered` forms.
    """

    def __init__(self, folder: Path, remembered: int = 50_000) -> None:
        self._trie_path = folder / "lexicon.marisa"
        with (folder / "lexicon.bin").open("rb") as file:
            self._map = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, version, self._checksum, self._trie_checksum, size = HEADER.unpack_from(self._map)
        if (magic, version) != (MAGIC, VERSION) or self._trie_path.stat().st_size != size:
            raise LexiconError(f"{folder} does not hold version {VERSION} of the lexicon; build it anew.")
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(self._trie_path))
        self._remembered = remembered
        self._known: dict[str, tuple[Analysis, ...]] = {}
        self._known_initial: dict[str, tuple[Analysis, ...]] = {}
        self._lists: dict[int, tuple[_Cell, ...]] = {}
        self._read_tables()

    def _read_tables(self) -> None:
        self._readings = [_reading(line) for line in self._lines(Section.READINGS)]
        self._verbs = [Verb.from_code(code) if code else None for code in self._lines(Section.VERBS)]
        self._endings = self._lines(Section.ENDINGS)
        self._forms = self._numbers(Section.FORMS, "H")
        self._list_starts = self._numbers(Section.LIST_STARTS, "I")
        self._cells = self._numbers(Section.CELLS, "H")
        self._elision = self._numbers(Section.ELISION, "B")
        self._lemmas = self._numbers(Section.LEMMAS, "I")
        self._lemma_tables = self._numbers(Section.LEMMA_TABLES, "H")
        self._table_starts = self._numbers(Section.TABLE_STARTS, "I")
        self._tables = self._numbers(Section.TABLES, "H")
        self._table_strips = self._numbers(Section.TABLE_STRIPS, "B")

    def _section(self, section: Section) -> memoryview:
        start, length = _SECTION.unpack_from(self._map, HEADER.size + _SECTION.size * section)
        return self._map[start : start + length]

    def _lines(self, section: Section) -> list[str]:
        return str(self._section(section), "utf-8").split("\n")

    def _numbers(self, section: Section, code: Literal["B", "H", "I"]) -> _Numbers:
        view = self._section(section)
        if sys.byteorder == "little":
            return view.cast(code)
        numbers = array(code, view.tobytes())
        numbers.byteswap()
        return numbers

    def verify(self) -> bool:
        """Whether both files are what was built, to the last byte."""
        trie = zlib.crc32(self._trie_path.read_bytes())
        checksums = (zlib.crc32(self._map[HEADER.size :]), trie)
        return checksums == (self._checksum, self._trie_checksum)

    def __len__(self) -> int:
        return len(self._trie)

    def __contains__(self, form: str) -> bool:
        """Whether the form is known, as it is or in lower case."""
        return bool(self.analyses(form))

    def analyses(self, form: str, initial: bool = False) -> tuple[Analysis, ...]:
        """All ways to read `form`, the usual word first; () if it is unknown.

        The form is looked up as it is written, then as a name in capitals (`PARIS`), then in lower case.  At
        the beginning of a sentence (`initial`) a name can be a common word too: `Pierre` is also `pierre`.
        """
        known = self._known_initial if initial else self._known
        found = known.get(form)
        if found is None:
            if len(known) >= self._remembered:
                known.clear()
            found = known[form] = self.look_up(form, initial)
        return found

    def look_up(self, form: str, initial: bool = False) -> tuple[Analysis, ...]:
        """What `analyses` gives, without its memory."""
        if "'" in form:
            form = form.replace("'", "’")
        key = self._trie.get(form)
        if key is not None:
            found = self._analyses(form, key)
            if found and not (initial and form[0].isupper()):
                return found
        elif form.islower():
            return ()
        else:
            found = ()
        for folded in _foldings(form):
            if (key := self._trie.get(folded)) is not None:
                found += self._analyses(folded, key)
                if not initial:
                    break
        return tuple(dict.fromkeys(found)) if initial else found

    def _analyses(self, form: str, key: int) -> tuple[Analysis, ...]:
        number = self._forms[key]
        cells = self._lists.get(number)
        if cells is None:
            cells = self._lists[number] = tuple(self._read_cells(number))
        if len(cells) == 1:
            strip, ending, reading, verb = cells[0]
            return (Analysis(form[: len(form) - strip] + ending, reading, verb),)
        size = len(form)
        return tuple(
            [Analysis(form[: size - strip] + ending, reading, verb) for strip, ending, reading, verb in cells]
        )

    def _read_cells(self, number: int) -> Iterator[_Cell]:
        for at in range(self._list_starts[number] * 4, self._list_starts[number + 1] * 4, 4):
            strip, ending, reading, verb = self._cells[at : at + 4]
            yield strip, self._endings[ending], self._readings[reading], self._verbs[verb]

    def lemmas(self, form: str, pos: Pos | None = None) -> tuple[str, ...]:
        """The lemmas of `form`, each once, only of one part of speech if given."""
        found = self.analyses(form)
        return tuple(dict.fromkeys(a.lemma for a in found if pos is None or a.reading.pos == pos))

    def can_be(self, form: str, pos: Pos) -> bool:
        """Whether `form` has a reading as `pos`."""
        return any(a.reading.pos == pos for a in self.analyses(form))

    def verb(self, lemma: str) -> Verb | None:
        """How the verb with this infinitive is built; None if there is none."""
        for analysis in self.analyses(lemma):
            if analysis.reading.tense == "inf":
                return analysis.verb
        return None

    def forms(self, lemma: str, pos: Pos) -> tuple[tuple[str, Reading], ...]:
        """All forms of a lemma with their readings; of forms that share a reading the usual one is first."""
        lemma = lemma.replace("'", "’")
        key = self._trie.get(lemma)
        if key is None:
            return ()
        wanted = key * 16 + POS.index(pos)
        place = bisect_left(self._lemmas, wanted)
        if place == len(self._lemmas) or self._lemmas[place] != wanted:
            return ()
        table = self._lemma_tables[place]
        stem = lemma[: len(lemma) - self._table_strips[table]]
        pairs = self._tables[self._table_starts[table] * 2 : self._table_starts[table + 1] * 2]
        return tuple(
            (stem + self._endings[pairs[i]], self._readings[pairs[i + 1]]) for i in range(0, len(pairs), 2)
        )

    def elision(self, form: str) -> bool | None:
        """Whether French elides before `form`, if the lexicon says so (h, y, *onze*, *oui*); None if not."""
        form = form.replace("'", "’")
        for written in (form, form.lower()):
            key: int | None = self._trie.get(written)
            if key is not None and (mark := self._elision[self._forms[key]]):
                return mark == _MUTE
        return None


def _reading(line: str) -> Reading:
    pos, kind, gender, number, tense, person = line.split("\t")
    return Reading(
        cast(Pos, pos), kind, cast(Gender, gender), cast(Number, number), cast(Tense, tense), int(person)
    )


def _foldings(form: str) -> Iterator[str]:
    """`PARIS` is looked up as `Paris` and `paris`, `SAINT-DENIS` as `Saint-Denis`."""
    if form.isupper() and len(form) > 1:
        yield form.title()
    yield form.lower()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with mtfix."""
    return Lexicon(Path(__file__).with_name("data"))
