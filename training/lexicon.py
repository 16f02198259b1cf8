"""Compiles the lexicon of mtfix from Grammalecte's French.lex (MPL-2.0).

    python -m training.lexicon French.lex[.gz] [folder]

writes `lexicon.marisa` and `lexicon.bin` into the folder (mtfix/french/data); the same input gives the same
bytes.  French.lex is part of Grammalecte's sources (https://grammalecte.net, `lexicons/French.lex`), which
Debian has too:

    apt-get source --download-only grammalecte            # needs a deb-src line; bookworm: 2.1.2+ds2
    tar xJf grammalecte_*.orig.tar.xz Grammalecte/lexicons/French.lex

Left out: errors, punctuation, formulas and phrases with spaces, and the first person in -è (*aimè-je*).
The source's readings of grammatical words give way to `closed_class.tsv`.
"""

from __future__ import annotations

import gzip
import re
import struct
import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Generic, Literal, TypeVar, cast

import marisa_trie

from mtfix.french.lexicon import HEADER, MAGIC, POS, VERSION, Gender, Number, Pos, Reading, Section, Tense

CLOSED_CLASS = Path(__file__).with_name("closed_class.tsv")
OUTPUT = Path(__file__).parent.parent / "mtfix" / "french" / "data"

Item = TypeVar("Item")

_CLASSES: dict[str, tuple[Pos, str]] = {
    "N": ("NOUN", ""),
    "A": ("ADJ", ""),
    "W": ("ADV", ""),
    "X": ("ADV", "negation"),
    "U": ("ADV", "interrogative"),
    "J": ("INTJ", ""),
    "B": ("NUM", "cardinal"),
    "Br": ("NUM", "roman"),
    "T": ("NOUN", "title"),
    "Zp": ("AFFIX", "prefix"),
    "Zs": ("AFFIX", "suffix"),
    "M1": ("NAME", "first"),
    "M2": ("NAME", "last"),
    "MP": ("NAME", ""),
    "R": ("PREP", ""),
    "C": ("CONJ", ""),
    "Cc": ("CONJ", "coordinating"),
    "Cs": ("CONJ", "subordinating"),
    "D": ("DET", "definite"),
    "Dp": ("DET", "possessive"),
    "Dd": ("DET", "demonstrative"),
    "Di": ("DET", "indefinite"),
    "Dn": ("DET", "negative"),
    "De": ("DET", "interrogative"),
    "Od": ("PRON", "demonstrative"),
    "Oi": ("PRON", "indefinite"),
    "Ot": ("PRON", "interrogative"),
    "Or": ("PRON", "relative"),
    "On": ("PRON", "negative"),
    "Os": ("PRON", "subject"),
    "Oo": ("PRON", "strong"),
    "Ov": ("PRON", "clitic"),
    "ÉN": ("NOUN", "part"),
    "ÉA": ("ADJ", "part"),
    "ÉV": ("VERB", "part"),
    "ÉW": ("ADV", "part"),
    "ÉR": ("PREP", "part"),
    "ÉC": ("CONJ", "part"),
    "ÉCs": ("CONJ", "part"),
    "ÉJ": ("INTJ", "part"),
    "ÉM2": ("NAME", "part"),
}
_TENSES: dict[str, Tense] = {
    "Y": "inf",
    "P": "ppres",
    "Q": "ppast",
    "Ip": "pres",
    "Iq": "impf",
    "Is": "past",
    "If": "fut",
    "Sp": "subj",
    "Sq": "subjimpf",
    "K": "cond",
    "E": "imper",
}
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f", "e": ""}
_NUMBERS: dict[str, Number] = {"s": "s", "p": "p", "i": ""}
_ELISION = {"é": 1, "É": 2}
# Plurals that the source gives as lemmas of their own; compounds (hauts-commissaires) are found by rule.
_SINGULARS = {
    "yeux": "œil",
    "cieux": "ciel",
    "aïeux": "aïeul",
    "messieurs": "monsieur",
    "mesdames": "madame",
    "mesdemoiselles": "mademoiselle",
    "messeigneurs": "monseigneur",
    "bonshommes": "bonhomme",
    "gentilshommes": "gentilhomme",
    "dus": "dû",
    "finaux": "final",
    "idéals": "idéal",
}
# Verbs with être beside avoir, which the source leaves out (its own: monter, remonter, sortir, ressortir).
_BOTH_AUXILIARIES = frozenset(
    "entrer rentrer retourner descendre redescendre passer repasser accourir ressusciter".split()
)
# « Elles se sont succédé »: the pronoun is never the direct object.
_INVARIABLE = frozenset(
    "succéder plaire complaire déplaire nuire parler reparler sourire mentir ressembler téléphoner convenir "
    "suffire survivre rire".split()
)
# The usual spelling first: common to all, the traditional one, that of 1990, rare and old ones.
_SPELLINGS = "*MRCXA"


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of one form, as the lexicon will give it; `order` is its place among the spellings."""

    form: str
    lemma: str
    reading: Reading
    verb: str = ""
    elision: int = 0
    order: int = 0


def source_lines(path: Path) -> Iterator[tuple[str, str, str]]:
    """The form, lemma and tags of every line of French.lex that has a word."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    for line in text.splitlines():
        fields = line.split("\t")
        if not line.startswith("#") and len(fields) == 3 and _is_word(fields[0]):
            yield fields[0], fields[1], fields[2]


def _is_word(form: str) -> bool:
    letters = form.replace("-", "").replace("’", "")
    return letters.isalpha() and form[0].isalpha()


def rows(form: str, lemma: str, tags: str) -> list[Row]:
    """The readings that one line of the source stands for; none if the line is left out."""
    body, _, spelling = tags.partition("/")
    body, *domains = body.split("#")
    body, *marks = body.split(";")
    tag_list = body.replace("!", "").split(":")[1:]
    if not tag_list or "F" in tag_list or ("1ś" in tag_list and len(tag_list) <= 3):
        return []
    elision = max((_ELISION.get(mark, 0) for mark in marks), default=0)
    order = _SPELLINGS.find(spelling[:1])
    lemma = _lemma(form, lemma, marks)
    if tag_list[0].startswith("V"):
        found = _verb_rows(form, lemma, tag_list)
    else:
        kind = _kind(lemma, tag_list, marks, domains)
        found = [Row(form, lemma, reading) for reading in _readings(tag_list, kind, domains, form)]
    return [replace(row, elision=elision, order=order) for row in found]


def _lemma(form: str, lemma: str, marks: list[str]) -> str:
    if "S" in marks:  # km is no form of m
        return form
    if "U" in marks and not form.startswith(lemma[:2]):  # kilomètres no form of mètre
        return form.removesuffix("s") if form.endswith(lemma + "s") else form
    if form.endswith("’"):
        return form[:-1] + "e"
    return lemma


def _kind(lemma: str, tags: list[str], marks: list[str], domains: list[str]) -> str:
    if "S" in marks or "U" in marks:
        return "unit"
    if "G" in domains:
        return "demonym"
    is_place = not {"P", "C"}.isdisjoint(domains) and lemma[0].isupper()
    return "place" if is_place and {"MP", "N"} & set(tags) else ""


def _gender_and_number(tags: list[str]) -> tuple[Gender, Number]:
    genders: list[Gender] = [_GENDERS[tag] for tag in tags if tag in _GENDERS]
    numbers: list[Number] = [_NUMBERS[tag] for tag in tags if tag in _NUMBERS]
    return (genders or [""])[0], (numbers or [""])[0]


def _readings(tags: list[str], kind: str, domains: list[str], form: str) -> Iterator[Reading]:
    gender, number = _gender_and_number(tags)
    person = next((int(tag[1]) for tag in tags if tag in ("O1", "O2", "O3")), 0)
    for tag in tags:
        if tag not in _CLASSES or (tag == "Oo" and "Ov" in tags):
            continue
        pos, own_kind = _CLASSES[tag]
        if tag == "N" and kind != "unit" and (form[0].isupper() and not form[:2].isupper() and form[1:]):
            pos = "NAME"  # Europe, Coran
        yield Reading(pos, own_kind or kind, gender, number, "", person)


def _verb_rows(form: str, lemma: str, tags: list[str]) -> list[Row]:
    code = _verb_code(lemma, tags[0][1:])
    tenses = [_TENSES[tag] for tag in tags if tag in _TENSES]
    persons = [tag for tag in tags if len(tag) == 2 and tag[0] in "123" and tag[1] in "sp"]
    if tenses and tenses[0] == "ppast":
        return _participle_rows(form, lemma, tags, code)
    readings = [
        Reading("VERB", tense=tense, person=int(person[0]), number=cast(Number, person[1]))
        for tense, person in product(tenses, persons)
    ]
    readings = readings or [Reading("VERB", tense=tense) for tense in tenses]
    return [Row(form, lemma, reading, code) for reading in readings]


def _verb_code(lemma: str, code: str) -> str:
    if lemma in _BOTH_AUXILIARIES:
        code = code[:7] + "ea"
    if lemma in _INVARIABLE:
        code = code[:5] + "u" + code[6:]
    return code


def _participle_rows(form: str, lemma: str, tags: list[str], code: str) -> list[Row]:
    gender, number = _gender_and_number(tags)
    return [Row(form, lemma, Reading("VERB", "", gender, number, "ppast"), code)]


def closed_class(path: Path = CLOSED_CLASS) -> list[Row]:
    """The readings of grammatical words that replace the source's."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            form, lemma, pos, kind, gender, number, person = line.split("\t")
            reading = Reading(
                cast(Pos, pos), kind, cast(Gender, gender), cast(Number, number), "", int(person)
            )
            found.append(Row(form, lemma, reading))
    return found


def all_rows(lines: Iterable[tuple[str, str, str]]) -> list[Row]:
    """All readings, the closed classes first, then in the order of the source: by frequency."""
    closed = closed_class()
    replaced = {row.form for row in closed}
    found = list(closed)
    participles: dict[str, str] = {}
    adjectives: list[Row] = []
    for form, lemma, tags in lines:
        if form in replaced and tags.startswith(":G"):
            continue
        these = rows(form, lemma, tags)
        found.extend(these)
        if ":Q:A:" in tags and these:
            adjectives.extend(these)
            if ":m:s" in tags or ":m:i" in tags:
                participles.setdefault(lemma, form)
    found.extend(_as_adjectives(adjectives, participles))
    return list(dict.fromkeys(_with_singulars(found)))


def _with_singulars(rows: list[Row]) -> Iterator[Row]:
    """The rows, with plurals under the lemma of their singular: `chefs-d’œuvre` under `chef-d’œuvre`."""
    singulars = {
        _singular_key(row.form): row.form
        for row in reversed(rows)
        if "-" in row.form and row.reading.pos in ("NOUN", "ADJ") and row.reading.number != "p"
    }
    for row in rows:
        lemma = row.lemma
        if row.form == lemma and row.reading.number == "p" and row.reading.pos in ("NOUN", "ADJ"):
            known = singulars.get(_singular_key(lemma)) if "-" in lemma else None
            lemma = known or _SINGULARS.get(lemma, lemma)
        yield replace(row, lemma=lemma)


def _singular_key(compound: str) -> str:
    parts = (re.sub(r"(?<!e)aux$", "al", part) for part in compound.split("-"))
    return "-".join(part.rstrip("sx") for part in parts)


def _as_adjectives(rows: list[Row], participles: dict[str, str]) -> Iterator[Row]:
    """Participles as adjectives: the lemma is their masculine."""
    for row in rows:
        if row.lemma in participles:
            reading = Reading("ADJ", "", row.reading.gender, row.reading.number)
            yield replace(row, lemma=participles[row.lemma], reading=reading, verb="")


class _Numbering(Generic[Item]):
    """Numbers items in the order in which they come."""

    def __init__(self, *first: Item) -> None:
        self.items: dict[Item, int] = {}
        for item in first:
            self.of(item)

    def of(self, item: Item) -> int:
        return self.items.setdefault(item, len(self.items))


Cell = tuple[int, int, int, int]
Pair = tuple[int, int]


class Compiler:
    """Turns rows into the sections of the lexicon."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        forms = {row.form for row in rows} | {row.lemma for row in rows}
        self.trie = marisa_trie.Trie(
            sorted(forms), num_tries=1, cache_size=marisa_trie.HUGE_CACHE, order=marisa_trie.WEIGHT_ORDER
        )
        self.readings: _Numbering[Reading] = _Numbering()
        self.verbs: _Numbering[str] = _Numbering("")
        self.endings: _Numbering[str] = _Numbering("")
        # A lemma that is no form (de+le) has the empty list, number 0.
        self.lists: _Numbering[tuple[int, tuple[Cell, ...]]] = _Numbering((0, ()))
        self.tables: _Numbering[tuple[int, tuple[Pair, ...]]] = _Numbering()

    def sections(self) -> dict[Section, bytes]:
        """The content of every section."""
        forms = self._forms()
        lemmas = self._lemmas()
        lists, tables = list(self.lists.items), list(self.tables.items)
        return {
            Section.READINGS: _text(_reading_line(reading) for reading in self.readings.items),
            Section.VERBS: _text(self.verbs.items),
            Section.ENDINGS: _text(self.endings.items),
            Section.FORMS: _numbers("H", forms),
            Section.LIST_STARTS: _numbers("I", _starts(cells for _, cells in lists)),
            Section.CELLS: _numbers("H", (n for _, cells in lists for cell in cells for n in cell)),
            Section.ELISION: _numbers("B", (elision for elision, _ in lists)),
            Section.LEMMAS: _numbers("I", sorted(lemmas)),
            Section.LEMMA_TABLES: _numbers("H", (lemmas[key] for key in sorted(lemmas))),
            Section.TABLE_STARTS: _numbers("I", _starts(pairs for _, pairs in tables)),
            Section.TABLES: _numbers("H", (n for _, pairs in tables for pair in pairs for n in pair)),
            Section.TABLE_STRIPS: _numbers("B", (strip for strip, _ in tables)),
        }

    def _forms(self) -> list[int]:
        by_form: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            by_form[row.form].append(row)
        numbers = [0] * len(self.trie)
        for form, found in by_form.items():
            cells = tuple(dict.fromkeys(self._cell(row) for row in found))
            elision = max(row.elision for row in found)
            numbers[self.trie[form]] = self.lists.of((elision, cells))
        return numbers

    def _cell(self, row: Row) -> Cell:
        shared = _shared((row.form, row.lemma))
        ending = self.endings.of(row.lemma[shared:])
        return len(row.form) - shared, ending, self.readings.of(row.reading), self.verbs.of(row.verb)

    def _lemmas(self) -> dict[int, int]:
        by_lemma: dict[tuple[str, Pos], list[Row]] = defaultdict(list)
        for row in self.rows:
            by_lemma[row.lemma, row.reading.pos].append(row)
        return {
            self.trie[lemma] * 16 + POS.index(pos): self._table(lemma, found)
            for (lemma, pos), found in by_lemma.items()
        }

    def _table(self, lemma: str, found: list[Row]) -> int:
        found = sorted(found, key=lambda row: (row.order, row.form != lemma))
        shared = _shared([lemma, *(row.form for row in found)])
        pairs = dict.fromkeys((row.form[shared:], row.reading) for row in found)
        in_order = sorted(pairs, key=lambda pair: _reading_line(pair[1]))
        numbered = tuple((self.endings.of(ending), self.readings.of(reading)) for ending, reading in in_order)
        return self.tables.of((len(lemma) - shared, numbered))


def _shared(words: Collection[str]) -> int:
    """How many letters all the words begin with."""
    first, last = min(words), max(words)
    return next((i for i, letter in enumerate(first) if letter != last[i]), len(first))


def _starts(groups: Iterable[tuple[object, ...]]) -> list[int]:
    starts = [0]
    for group in groups:
        starts.append(starts[-1] + len(group))
    return starts


def _reading_line(reading: Reading) -> str:
    fields = (reading.pos, reading.kind, reading.gender, reading.number, reading.tense, str(reading.person))
    return "\t".join(fields)


def _text(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8")


def _numbers(code: Literal["B", "H", "I"], values: Iterable[int]) -> bytes:
    numbers = array(code, values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def write(compiler: Compiler, folder: Path) -> None:
    """Writes both files of the lexicon."""
    folder.mkdir(parents=True, exist_ok=True)
    trie_path = folder / "lexicon.marisa"
    compiler.trie.save(str(trie_path))
    trie = trie_path.read_bytes()
    sections = compiler.sections()
    start = HEADER.size + 8 * len(Section)
    directory, content = b"", b""
    for section in Section:
        content += b"\0" * (-len(content) % 4)
        directory += struct.pack("<II", start + len(content), len(sections[section]))
        content += sections[section]
    body = directory + content
    header = HEADER.pack(MAGIC, VERSION, zlib.crc32(body), zlib.crc32(trie), len(trie))
    (folder / "lexicon.bin").write_bytes(header + body)


def main(arguments: list[str]) -> int:
    """Reads French.lex, writes the lexicon, prints its size."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[1]) if len(arguments) == 2 else OUTPUT
    compiler = Compiler(all_rows(source_lines(Path(arguments[0]))))
    write(compiler, folder)
    print(f"{len(compiler.rows)} readings, {len(compiler.trie)} forms")
    print(f"{len(compiler.lists.items)} lists of cells, {len(compiler.tables.items)} tables, ", end="")
    print(f"{len(compiler.readings.items)} kinds of reading")
    for name in ("lexicon.marisa", "lexicon.bin"):
        print(f"{name}: {(folder / name).stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
