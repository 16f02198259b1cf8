"""What a token can be: the states between which `mtfix.french.tagging` chooses.

A state is a tag that may be divided further after a slash, where the finer class tells more about the
neighbours: `PRON/obj`, `AUX.3s/E`.  Gender is m, f or x (either), number s, p or x; a verb has the persons
its form serves for, such as `VERB.13s` (mange).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from mtfix.french.lexicon import Analysis

States = tuple[str, ...]
Analyse = Callable[[str, bool], Sequence[Analysis]]

NAME: States = ("NAME",)
SENTENCE_ENDS = frozenset(".!?…;:")
TRANSPARENT = frozenset('«»"“”()[]‹›„*')
"""Marks that leave the words on both sides neighbours."""

_SIMPLE = {
    "PREP": "PREP",
    "CONJ": "CONJ/s",
    "NUM": "NUM",
    "NAME": "NAME",
    "INTJ": "INTJ",
    "ADV": "ADV",
    "PRON": "PRON/ind",
}
_UNINFLECTED = {"inf": "INF", "ppres": "PPRES"}
_AUXILIARIES = {"être": "AUX.{}/E", "avoir": "AUX.{}/H"}
_CLITICS = frozenset("je tu il elle on ce nous vous ils elles t moi toi le la les lui leur y en".split())


class Readings:
    """Finds the states of a token.

    `listed` are the words whose states are given, not looked up; `suffixes` tell what unknown words are;
    `adjectives` are the participles that are adjectives in their own right (*décidé*): every other one is
    read as a participle only, wherever it stands.
    """

    def __init__(
        self,
        analyse: Analyse,
        listed: Mapping[str, States],
        suffixes: Mapping[str, States],
        adjectives: Collection[str],
    ) -> None:
        self._analyse = analyse
        self._listed = listed
        self._suffixes = suffixes
        self._adjectives = adjectives

    def states(self, surface: str, word: str, first: bool) -> States:
        """The states of the token `surface`, folded `word`; `first`: it begins a sentence."""
        return _with_places(self._states(surface, word, first))

    def _states(self, surface: str, word: str, first: bool) -> States:
        if word in self._listed:
            return self._listed[word]
        if not word[0].isalpha():
            return _mark_states(word)
        if not surface[0].isupper():
            return self._known(word) or self._compound(word) or self._guess(word)
        return self._initial(surface, word) if first else self._capitalised(surface, word)

    def _initial(self, surface: str, word: str) -> States:
        found = self._lexical(surface, True) or self._compound(word)
        return found or _union(NAME, self._guess(word))

    def _capitalised(self, surface: str, word: str) -> States:
        as_written = self._lexical(surface)
        return _union(NAME, as_written) if as_written == self._known(word) else as_written

    def _known(self, word: str) -> States:
        return self._listed.get(word) or self._lexical(word)

    def _lexical(self, form: str, initial: bool = False) -> States:
        analyses = self._analyse(form, initial)
        if any(analysis.reading.tense == "ppast" for analysis in analyses):
            analyses = [a for a in analyses if a.reading.pos != "ADJ" or a.lemma in self._adjectives]
        return lexical_states(analyses, form)

    def _compound(self, word: str) -> States:
        """`vient-il` is a verb, `cet homme-là` a noun, `porte-avions` what its first or last part is."""
        head, *rest = word.split("-")
        if not rest or not head or not rest[-1]:
            return ()
        first = self._known(head)
        if all(part in _CLITICS for part in rest) and (verbs := _only(first, "VERB", "AUX")):
            return verbs
        if rest[-1] in ("là", "ci"):
            return first
        return _only(first, "NOUN", "ADJ", "NUM") or _only(self._known(rest[-1]), "NOUN", "ADJ")

    def _guess(self, word: str) -> States:
        for length in (5, 4, 3, 2):
            if len(word) > length and (found := self._suffixes.get(word[-length:])):
                return found
        number = "p" if word.endswith("s") else "s"
        return (f"ADJ.x{number}", f"NOUN.x{number}")


def lexical_states(analyses: Iterable[Analysis], surface: str) -> States:
    """The states that the lexicon's analyses of a form come to, each once, in alphabetical order."""
    found: set[str] = set()
    nominal: dict[str, set[str]] = {}
    persons: dict[str, set[tuple[bool, str]]] = {}
    for analysis in analyses:
        reading = analysis.reading
        agreement = (reading.gender or "x") + (reading.number or "x")
        if reading.pos == "VERB":
            _add_verb(analysis, agreement, found, nominal, persons)
        elif reading.pos in _SIMPLE:
            found.add(_SIMPLE[reading.pos])
        elif reading.kind == "unit" and surface.isupper() and len(surface) > 1:
            found.add("NAME")  # an acronym
        elif reading.pos != "AFFIX":
            nominal.setdefault(reading.pos, set()).add(agreement)
    found.update(f"{pos}.{_common(agreements)}" for pos, agreements in nominal.items())
    for template, marked in persons.items():
        usual = {person for imperative, person in marked if not imperative}
        found.update(map(template.format, _person_groups(usual or {person for _, person in marked})))
    return tuple(sorted(found))


def _add_verb(
    analysis: Analysis,
    agreement: str,
    found: set[str],
    nominal: dict[str, set[str]],
    persons: dict[str, set[tuple[bool, str]]],
) -> None:
    reading = analysis.reading
    if reading.tense == "ppast":
        nominal.setdefault("PPAST", set()).add(agreement)
    elif reading.tense in _UNINFLECTED:
        found.add(_UNINFLECTED[reading.tense])
    elif reading.person and reading.number:
        template = _AUXILIARIES.get(analysis.lemma, "VERB.{}")
        persons.setdefault(template, set()).add(
            (reading.tense == "imper", f"{reading.person}{reading.number}")
        )


def _common(agreements: set[str]) -> str:
    genders = {agreement[0] for agreement in agreements}
    numbers = {agreement[1] for agreement in agreements}
    return (genders.pop() if len(genders) == 1 else "x") + (numbers.pop() if len(numbers) == 1 else "x")


def _person_groups(persons: set[str]) -> list[str]:
    groups: list[str] = [person for person in ("1p", "2p", "3p") if person in persons]
    singular = sorted(person for person in persons if person.endswith("s"))
    if len(singular) > 1:
        groups.append("13s" if "3s" in singular else "12s")
    return groups + singular if len(singular) == 1 else groups


def _mark_states(word: str) -> States:
    if word[0].isdigit():
        return ("NUM",)
    if word in SENTENCE_ENDS:
        return ("PUNCT/s",)
    return ("PUNCT/c",) if word == "," else ("PUNCT/o",)


def _with_places(states: States) -> States:
    """Adjectives before the noun and elsewhere are states of their own: what follows differs."""
    places = [f"{state}/pre" for state in states if state.startswith("ADJ.")]
    return tuple(sorted([*states, *places])) if places else states


def _only(states: States, *coarse: str) -> States:
    return tuple(state for state in states if state.startswith(coarse))


def _union(one: States, other: States) -> States:
    return tuple(sorted({*one, *other}))
