"""Reads a verb with what belongs to its form: *n’ont pas encore été convoquées*, *s’en est pris*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from mtfix.french.elision import full_form, join, split_elided
from mtfix.french.lexicon import Analysis, Gender, Number, Pos, Tense, Verb, lexicon

REFLEXIVES = {(1, "s"): "me", (2, "s"): "te", (1, "p"): "nous", (2, "p"): "vous"}
# Pronouns before the verb, and their order.
CLITICS = {
    **dict.fromkeys(("me", "te", "se", "nous", "vous"), 1),
    **dict.fromkeys(("le", "la", "les"), 2),
    **dict.fromkeys(("lui", "leur"), 3),
    "y": 4,
    "en": 5,
}
DIRECT = frozenset(("me", "te", "nous", "vous", "le", "la", "les"))
_SUBJECTS: dict[str, tuple[int, Number, Gender]] = {
    "je": (1, "s", ""),
    "tu": (2, "s", ""),
    "il": (3, "s", "m"),
    "elle": (3, "s", "f"),
    "on": (3, "s", ""),
    "ils": (3, "p", "m"),
    "elles": (3, "p", "f"),
    "nous": (1, "p", ""),
    "vous": (2, "p", ""),
}
_INVERTED = re.compile(r"(.+?)(?:-t)?-(je|tu|il|elle|on|nous|vous|ils|elles|ce)", re.IGNORECASE)
_GRAMMATICAL: frozenset[Pos] = frozenset(("PREP", "PRON", "CONJ", "ADV", "DET"))
_QUANTIFIERS = frozenset("tout toute tous toutes rien plus".split())
_FARTHEST_PARTICIPLE = 6

Voice = Literal["simple", "compound", "passive"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb in the infinitive: `s’en prendre à` is reflexive, with *en* before the head and *à* behind."""

    head: str
    verb: Verb
    reflexive: bool
    clitics: tuple[str, ...]
    tail: tuple[str, ...]

    @property
    def attributive(self) -> bool:
        """Whether the tail begins with an adjective that agrees: *être présent*, *rendre public*."""
        if not self.tail or self.head not in ("être", "devenir", "rester", "rendre"):
            return False
        return any(a.pos == "ADJ" or a.tense == "ppast" for a in lexicon().analyses(self.tail[0]))

    @property
    def has_object(self) -> bool:
        """Whether the phrase brings its own direct object, as *faire l’effet de* does."""
        if "le" in self.clitics:
            return True
        return bool(self.tail) and not self.attributive and not poses(self.tail[0]) & {"PREP", "ADV", "CONJ"}

    @property
    def transitive(self) -> bool:
        """Whether the phrase takes a direct object, and so can be passive."""
        return self.verb.transitive and not (self.reflexive or self.has_object or self.indirect)

    @property
    def indirect(self) -> bool:
        """Whether the phrase ends with the preposition of its object, as *adhérer à* does."""
        return bool(self.tail) and "PREP" in poses(self.tail[-1])


def poses(word: str) -> frozenset[Pos]:
    """The parts of speech that `word` can have."""
    return frozenset(a.pos for a in lexicon().analyses(word))


def read_phrase(text: str) -> Phrase | None:
    """The verb phrase that begins with an infinitive or its pronouns; None for anything else."""
    words = split_elided([text])
    clitics = []
    while len(words) > 1 and full_form(words[0]) in CLITICS:
        clitics.append(full_form(words.pop(0)))
    verb = lexicon().verb(words[0]) if words else None
    if verb is None:
        return None
    reflexive = "se" in clitics or verb.pronominal == "always"
    kept = tuple(clitic for clitic in clitics if clitic != "se")
    return Phrase(words[0], verb, reflexive, kept, tuple(join(words[1:]).split()))


@dataclass(slots=True)
class Group:
    """A verb group, word by word.

    `before` stands ahead of negation and pronouns; `middle` between the finite verb and the participle (with
    *été* in the passive); `adverbs` and `after` behind the main verb.  Gender and number are the
    subject's, with the prefix `participle_` those the participle shows.  `modal` is the person of the verb
    that an infinitive depends on (*nous devons appeler*).
    """

    before: list[str] = field(default_factory=list)
    negated: bool = False
    clitics: list[str] = field(default_factory=list)
    reflexive: str = ""
    inverted: str = ""
    finite: str = ""
    tense: Tense = ""
    person: int = 0
    number: Number = ""
    gender: Gender = ""
    auxiliary: str = ""
    voice: Voice = "simple"
    middle: list[str] = field(default_factory=list)
    lemma: str = ""
    participle_gender: Gender = ""
    participle_number: Number = ""
    modal: tuple[int, Number] = (0, "")
    adverbs: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def subject(self) -> str:
        """The subject pronoun, if the group has one."""
        if self.inverted:
            return self.inverted
        return next((w.lower() for w in reversed(self.before) if w.lower() in _SUBJECTS), "")


def read_group(words: Sequence[str], lemma: str = "", tense: Tense = "") -> Group | None:
    """The verb group that `words` are, from the subject pronoun or later; None if there is no verb.

    `lemma` names the main verb, or a phrase that it is part of (*avoir lieu*, *être basé*; the rest of the
    phrase is left out of the group), `tense` the tense of the finite verb where the form leaves a choice.
    """
    parts = split_elided(words)
    phrase = read_phrase(lemma) if lemma else None
    head = phrase.head if phrase else ""
    finite = next((i for i in range(len(parts)) if _is_verb(parts, i, head)), None)
    if finite is None:
        return None
    first = _infinitive(parts, finite, head)
    group = _read(parts, first, head, tense)
    if first > finite:
        governing = _read(parts[:first], finite, "", "")
        group.modal, group.gender = (governing.person, governing.number), governing.gender
    if phrase:
        _leave_out(group, phrase)
    return group


def _infinitive(parts: list[str], finite: int, lemma: str) -> int:
    """Where the main verb begins: at `finite`, or at the last infinitive behind it (*vont appeler*)."""
    main = finite
    if lemma and lemma in lexicon().lemmas(parts[finite], "VERB"):
        return main
    for index in range(finite + 1, len(parts)):
        word = parts[index].lower()
        readings = {a.tense for a in lexicon().analyses(word) if a.pos == "VERB"}
        if "inf" in readings:
            main = index
        elif "ppast" not in readings and full_form(word) not in CLITICS and "ADV" not in poses(word):
            break
    return main


def _leave_out(group: Group, phrase: Phrase) -> None:
    """Takes the words of the phrase that is replaced out of the group, all but the head."""
    for clitic in phrase.clitics:
        if clitic in group.clitics:
            group.clitics.remove(clitic)
    for wanted in split_elided(phrase.tail):
        lemmas = {wanted, *lexicon().lemmas(wanted)}
        for words in (group.middle, group.adverbs, group.after):
            place = next(
                (i for i, word in enumerate(words) if lemmas & {word, *lexicon().lemmas(word)}), None
            )
            if place is not None:
                del words[place]
                break


def _read(parts: list[str], first: int, lemma: str, tense: Tense) -> Group:
    group = Group()
    _read_before(group, [full_form(part) for part in parts[:first]])
    group.finite = parts[first].lower()
    if (inverted := _inversion(group.finite)) is not None:
        group.finite, group.inverted = inverted
    rest = parts[first + 1 :]
    found = _participle(group, rest, lemma)
    readings = [a for a in lexicon().analyses(group.finite) if a.pos == "VERB"]
    if found is not None:
        readings = [a for a in readings if a.lemma in ("être", "avoir")]
    elif lemma:
        readings = [a for a in readings if a.lemma == lemma] or readings
    _settle(group, _best(group, readings, tense))
    if found is not None:
        _read_compound(group, rest, found, lemma)
    else:
        _read_after(group, rest)
    return group


def _inversion(word: str) -> tuple[str, str] | None:
    match = _INVERTED.fullmatch(word)
    if match is None or word in lexicon():
        return None
    return match[1], match[2]


def _is_verb(parts: list[str], index: int, lemma: str) -> bool:
    """Whether the verb begins here: a verb form that is no grammatical word, unless it is all there is."""
    part = parts[index].lower()
    inverted = _inversion(part)
    word = inverted[0] if inverted else part
    analyses = lexicon().analyses(word)
    verbs = {a.lemma for a in analyses if a.pos == "VERB"}
    if not verbs or full_form(part) in CLITICS:
        return False
    last = index + 1 == len(parts)
    return last or bool(verbs & {"être", "avoir", lemma}) or not any(a.pos in _GRAMMATICAL for a in analyses)


def _read_before(group: Group, parts: list[str]) -> None:
    folded = [part.lower() for part in parts]
    at = len(folded)
    while at and (folded[at - 1] in CLITICS or folded[at - 1] == "ne"):
        at -= 1
    cluster = folded[at:]
    group.before, group.clitics = parts[:at], cluster
    if "ne" in cluster:
        place = at + cluster.index("ne")
        group.negated, group.before, group.clitics = True, parts[:place], folded[place + 1 :]
    elif folded[-1:] == ["pas"] and "ne" in folded:  # ne pas appeler
        group.before = parts


def _best(group: Group, readings: list[Analysis], tense: Tense) -> Analysis:
    """The likeliest reading: that of the subject, the wanted tense, the third person, the indicative."""
    person, number, _ = _SUBJECTS.get(group.subject, (0, "", ""))

    def distance(analysis: Analysis) -> tuple[bool, bool, int]:
        wrong = bool(person) and (analysis.person, analysis.number) != (person, number)
        return bool(tense) and analysis.tense != tense, wrong, _oddity(group, analysis)

    return min(readings, key=distance)


def _oddity(group: Group, analysis: Analysis) -> int:
    if analysis.tense == "imper":
        return 1 if analysis.number == "p" else 3
    if analysis.person in (1, 2):
        pronoun = REFLEXIVES[analysis.person, analysis.number]
        return 0 if pronoun in group.clitics else 2
    return 1 if analysis.tense == "ppast" else 0


def _settle(group: Group, reading: Analysis) -> None:
    """Takes over the reading, and tells subject and reflexive pronouns from objects."""
    group.tense, group.person, group.number = reading.tense, reading.person, reading.number
    group.lemma = reading.lemma
    group.participle_gender, group.participle_number = reading.gender, reading.number
    if reading.tense == "ppres" and group.clitics == ["en"]:  # en convoquant
        group.before, group.clitics = [*group.before, "en"], []
    own = REFLEXIVES.get((group.person, group.number), "se")
    may_be_subject = own in ("nous", "vous") and not group.subject and group.tense != "imper"
    if may_be_subject and group.clitics[:1] == [own]:
        group.before.append(group.clitics.pop(0))
    if own in group.clitics:
        group.reflexive = own
        group.clitics.remove(own)
    group.gender = _SUBJECTS.get(group.subject, (0, "", ""))[2]


def _participle(group: Group, rest: list[str], lemma: str) -> int | None:
    """Where the participle of a compound or passive form stands in `rest`; None for a simple form."""
    auxiliaries = {"être", "avoir"} & set(lexicon().lemmas(group.finite, "VERB"))
    if not auxiliaries:
        return None
    is_main = lemma in ("être", "avoir")  # a eu lieu, ont été basés
    found = None
    for index, part in enumerate(rest[:_FARTHEST_PARTICIPLE]):
        word = part.lower()
        lemmas = [a.lemma for a in lexicon().analyses(word) if a.tense == "ppast"]
        if is_main and lemma not in lemmas and lemmas:
            return None
        if lemmas:
            found = index
            if word != "été" or is_main:
                return index
        elif not _may_stand_between(word, rest[index - 1].lower() if index else ""):
            break
    return found


def _may_stand_between(word: str, previous: str) -> bool:
    """Adverbs, quantifiers, and adverbial phrases such as *en effet*, *à nouveau*."""
    these = poses(word)
    return word in _QUANTIFIERS or bool(these & {"ADV", "PREP"}) or "PREP" in poses(previous)


def _read_compound(group: Group, rest: list[str], found: int, lemma: str) -> None:
    analyses = [a for a in lexicon().analyses(rest[found].lower()) if a.tense == "ppast"]
    chosen = next((a for a in analyses if a.lemma == lemma), analyses[0])
    group.auxiliary, group.lemma = group.lemma, chosen.lemma
    group.middle = rest[:found]
    group.participle_gender, group.participle_number = chosen.gender, chosen.number
    passive = "été" in group.middle
    if group.auxiliary == "être" and not group.reflexive:
        passive = chosen.verb is None or chosen.verb.auxiliary == "avoir"
    group.voice = "passive" if passive else "compound"
    if group.auxiliary == "être" or passive:
        group.gender = group.gender or chosen.gender
    _read_after(group, rest[found + 1 :])


def _read_after(group: Group, rest: list[str]) -> None:
    end = 0
    while end < len(rest) and "ADV" in poses(rest[end].lower()):
        end += 1
    group.adverbs, group.after = rest[:end], rest[end:]
