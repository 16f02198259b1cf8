"""A verb in a form that cannot stand where it does: `pour apparaissant`, `lorsque fermé`, `ils garder`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from mtfix.french.clauses import finite_readings
from mtfix.french.elision import join
from mtfix.french.inflection import conjugate, participle
from mtfix.french.lexicon import Number, lexicon
from mtfix.french.sounds import sounds_alike
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.grammar.noun_group import only
from mtfix.text import Segment

_BEFORE_INFINITIVE = frozenset("pour sans par à de d’".split())
_NO_FINITE = frozenset("sans par de d’".split())
_BEFORE_NOUN = frozenset("après avec dans sur depuis pendant durant malgré vers chez".split())
_REFLEXIVES = frozenset("se me te".split())
_CLITICS = frozenset("ne n’ y en se s’ lui leur me m’ te t’ le la les l’".split())
_SUBJECTS: dict[str, tuple[int, Number]] = {
    "il": (3, "s"),
    "elle": (3, "s"),
    "on": (3, "s"),
    "ils": (3, "p"),
    "elles": (3, "p"),
    "je": (1, "s"),
    "j’": (1, "s"),
    "tu": (2, "s"),
    "nous": (1, "p"),
    "vous": (2, "p"),
}
# Behind these *nous* and *vous* are subjects, elsewhere they may be objects.
_CLAUSES = frozenset("comme lorsque quand si où".split())
_STRESSED = ("elle", "elles")
_BESIDE = frozenset("et ou ni à de d’ pour par avec sans chez entre sur contre comme que qu’ dont".split())
_SLIP = 0.7

Found = tuple[int, int, str, float | None]
"""First and last token, what to write for them ('' if unknown), and the confidence if it is less than usual."""


class VerbForm(Rule):
    """A verb in a form that French cannot have there.

    - a present participle, or a finite verb, behind a preposition: *pour apparaissant*, *sans disposent*;
    - a participle alone behind *lorsque*, as *when closed* has it: *lorsque fermé*;
    - an infinitive behind *après, avec, dans, sur…* (*après aborder*), or behind its subject (*ils garder*) or *qui*;
    - a participle behind a reflexive pronoun: *se ballotté*;
    - a subject pronoun with the verb of another person: *ils roulez*.

    Words that can be anything but a verb are left alone, and so is *après avoir*, *elle* behind a preposition, an
    inverted subject.  What is not heard (*il sont*, *je penses*) is in preview: people write it too.
    """

    code = "GRM811"
    name = "verb-form"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    doubtful_below = 0.8
    title = Bilingual(en="impossible verb form", fr="forme verbale impossible")
    message = Bilingual(
        en="“{text}”: the verb cannot have this form here.",
        fr="« {text} » : le verbe ne peut avoir cette forme ici.",
    )
    bad = (
        Bad("Pour ⟦apparaissant⟧ sur scène, elle a payé.", ("apparaître",)),
        Bad("Il part sans ⟦avertissant⟧ la mairie.", ("avertir",)),
        Bad("Le couteau mesure dix centimètres ⟦lorsque fermé⟧.", ("une fois fermé",)),
        Bad("Les sacs risquent de tomber ou de ⟦se ballotté⟧."),
        Bad("⟦Après aborder⟧ le sujet, il est parti.", ("Après avoir abordé",)),
        Bad("Ouvrez la vanne et ⟦ils remplir⟧ la cuve.", ("ils remplissent",)),
        Bad("Il paraît qu’⟦ils roulez⟧ trop vite.", ("ils roulent",)),
        Bad("Remuez comme ⟦vous mélanger⟧ une pâte.", ("vous mélangez",)),
        Bad("Il vend des pièces ⟦qui garder⟧ leur forme."),
        Bad("Les réchauffeurs de ⟦fournissent⟧ de la chaleur."),
    )
    good = (
        Good("Pour être là, sans prévenir, il vient de loin ; l’étudiant va de l’avant."),
        Good("Lorsque le couteau est fermé, il mesure dix centimètres. Il s’est ballotté."),
        Good("Après avoir abordé le sujet, il part avec le sourire, après manger, sur le pouvoir."),
        Good("Deux d’entre elles viennent ; lui et elle partent ; il le leur faut. Que faut-il faire ?"),
        Good("La plupart d’entre elles votent. Avec elle viennent ses amis. Je crois savoir qu’on vient."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for index in range(len(tokens) - 1):
            finder = _FINDERS.get(tokens.words[index])
            if finder is None or not tokens.spaced(index) or not tokens.is_word(index + 1):
                continue
            found = finder(tokens, context.tags(segment), index)
            if found is not None:
                first, last, correct, confidence = found
                correct = correct.replace("’", context.apostrophe)
                suggestions = (correct,) if correct else ()
                start, end = tokens.starts[first], tokens.ends[last]
                yield self.finding(segment, start, end, *suggestions, confidence=confidence)


@lru_cache(maxsize=20_000)
def _tenses(word: str) -> frozenset[str]:
    """The tenses of a word that is a verb and nothing else; none for any other."""
    analyses = lexicon().analyses(word)
    if any(a.pos != "VERB" for a in analyses):
        return frozenset()
    return frozenset(a.tense for a in analyses)


def _infinitive(word: str) -> str:
    lemmas = {a.lemma for a in lexicon().analyses(word) if a.pos == "VERB"}
    old = {lemma for lemma in lemmas if "î" in lemma or "û" in lemma} or lemmas  # not *apparaitre*
    return old.pop() if len(old) == 1 else ""


def _lower(tokens: Tokens, index: int) -> bool:
    return tokens.surface(index).islower() and "-" not in tokens.words[index]


def _behind_preposition(tokens: Tokens, tags: list[str], index: int) -> Found | None:
    verb = index + 1
    word, tenses = tokens.words[verb], _tenses(tokens.words[verb])
    if not tenses or not _lower(tokens, verb):
        return None
    if tenses == {"ppres"}:
        infinitive = _infinitive(word)
        fits = (
            not tokens.words[index].endswith("’") and join((tokens.words[index], infinitive)).count("’") == 0
        )
        return verb, verb, infinitive if fits else "", None
    finite = not tenses & {"inf", "ppres", "ppast"} and len(word) > 3
    if (
        finite
        and tokens.words[index] in _NO_FINITE
        and (index == 0 or not tags[index - 1].startswith("NAME"))
    ):
        return verb, verb, "", None
    return None


def _behind_when(tokens: Tokens, tags: list[str], index: int) -> Found | None:
    """*lorsque fermé*, *lorsque bien fermé*."""
    place = index + 1
    while place < len(tokens) - 1 and tags[place] == "ADV":
        place += 1
    word = tokens.words[place]
    participle_alone = tags[place].startswith("PPAST") and only(word, "PPAST ADJ NOUN")
    if not participle_alone and _tenses(word) not in ({"ppres"}, {"inf"}):
        return None
    if not _lower(tokens, place):
        return None
    middle = [tokens.surface(i) for i in range(index + 1, place + 1)]
    once = "Une" if tokens.surface(index)[0].isupper() else "une"
    return index, place, " ".join([once, "fois", *middle]) if participle_alone else "", None


def _behind_noun_preposition(tokens: Tokens, _: list[str], index: int) -> Found | None:
    verb = index + 1
    word = tokens.words[verb]
    if _tenses(word) != {"inf"} or word in ("avoir", "être") or not _lower(tokens, verb):
        return None
    if tokens.words[index] != "après":
        return index, verb, "", None
    auxiliary = lexicon().verb(word)
    past = participle(word)
    known = past and auxiliary is not None and auxiliary.auxiliary == "avoir"
    return index, verb, f"{tokens.surface(index)} avoir {past}" if known else "", None


def _behind_reflexive(tokens: Tokens, _: list[str], index: int) -> Found | None:
    verb = index + 1
    participle_alone = only(tokens.words[verb], "PPAST ADJ") and _lower(tokens, verb)
    return (index, verb, "", None) if participle_alone else None


def _behind_subject(tokens: Tokens, tags: list[str], index: int) -> Found | None:
    """*ils garder*, *ils roulez*."""
    verb = index + 1
    while verb < len(tokens) - 1 and tokens.words[verb] in _CLITICS:
        verb += 1
    if not tags[index].startswith("PRON") or not _lower(tokens, verb) or not tokens.spaced(verb - 1):
        return None
    if index and (tags[index - 1].startswith(("VERB", "AUX")) or not tokens.spaced(index - 1)):
        return None
    if tokens.words[index] in ("nous", "vous") and not (
        index and verb == index + 1 and tokens.words[index - 1] in _CLAUSES
    ):
        return None
    if (
        tokens.words[index] in _STRESSED
        and index
        and tokens.words[index - 1] in _BESIDE - {"que", "qu’", "comme", "dont"}
    ):
        return None
    tenses = _tenses(tokens.words[verb])
    if not tenses:
        return None
    if tenses in ({"inf"}, {"ppres"}):
        stressed = tokens.words[index] in _STRESSED
        return None if stressed else (index, verb, _conjugated(tokens, index, verb, "pres"), None)
    return _wrong_person(tokens, index, verb, tenses)


def _behind_who(tokens: Tokens, tags: list[str], index: int) -> Found | None:
    """*des pièces qui garder*: an infinitive or present participle where *qui* wants a finite verb."""
    verb = index + 1
    while verb < len(tokens) - 1 and tokens.words[verb] in _CLITICS:
        verb += 1
    if not index or not tags[index - 1].startswith(("NOUN", "ADJ", "PPAST")) or not _lower(tokens, verb):
        return None
    wrong = _tenses(tokens.words[verb]) in ({"inf"}, {"ppres"}) and tokens.spaced(index - 1)
    return (index, verb, "", None) if wrong else None


def _wrong_person(tokens: Tokens, index: int, verb: int, tenses: frozenset[str]) -> Found | None:
    person, number = _SUBJECTS[tokens.words[index]]
    if tokens.words[index] in ("nous", "vous"):
        return None  # « comme nous l’ont dit », « quand vous plaît »
    finite = finite_readings(tokens.words[verb])
    if not finite or tenses & {"inf", "ppres", "ppast"}:
        return None
    if any(a.person in (0, person) and a.number in ("", number) for a in finite):
        return None
    correct = _conjugated(tokens, index, verb, finite[0].tense)
    slip = all(a.person in (0, person) for a in finite) or sounds_alike(tokens.between(index, verb), correct)
    return index, verb, correct, _SLIP if slip else None


def _conjugated(tokens: Tokens, index: int, verb: int, tense: str) -> str:
    person, number = _SUBJECTS[tokens.words[index]]
    lemma = _infinitive(tokens.words[verb])
    form = conjugate(lemma, tense, person, number) if lemma else None  # type: ignore[arg-type]
    if form is None:
        return ""
    correct = join([tokens.surface(i) for i in range(index, verb)] + [form])
    return correct if correct.endswith(form) else ""


_Finder = Callable[[Tokens, list[str], int], "Found | None"]


def _table() -> dict[str, _Finder]:
    return {
        **dict.fromkeys(_BEFORE_INFINITIVE, _behind_preposition),
        **dict.fromkeys(("lorsque", "lorsqu’"), _behind_when),
        **dict.fromkeys(_BEFORE_NOUN, _behind_noun_preposition),
        **dict.fromkeys(_REFLEXIVES, _behind_reflexive),
        **dict.fromkeys(_SUBJECTS, _behind_subject),
        "qui": _behind_who,
    }


_FINDERS = _table()
