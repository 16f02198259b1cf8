"""A title whose gender is not that of the person named: `le porte-parole, Sophie Martin`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.inflection import agree_word
from mtfix.french.lexicon import Gender, lexicon
from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens, fold
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

# First names that one country gives to women and another to men, or that are places too.
_BOTH = frozenset(
    "Alex Andrea Connie Ariel Ashley Aubrey Beverly Camille Carol Carolina Charlie Chelsea Chris Claude Courtney Dana "
    "Daniele Dominique Elia Elvira Evelyn Florence Gabriele Georgia Guadalupe Hilary Jamie Jan Jean Joan "
    "Jocelyn Jordan Joyce Karen Kelly Kerry Kim Laurence Leslie Lin Lindsay Lindsey Lou Loan Luca Madison Mai Marian "
    "Marion May Meredith Michele Min Misha Morgan Nicola Nikita Nino Noa Noor Pat Robin Rosario Sam Sasha Shannon "
    "Sidney Sidonie Simone Sofia Stacy Tracy Trinidad Valery Victoria Viola Virginia Vivian Yan Yannick Madeleine "
    "Ange Maxime Modeste Saint Sainte Notre Elie Élie Lee Gail Kay Lynn Whitney".split()
)
_DETERMINERS: dict[str, dict[Gender, str]] = {
    **{word: {"m": "le", "f": "la"} for word in ("le", "la")},
    **{word: {"m": "un", "f": "une"} for word in ("un", "une")},
    **{word: {"m": "ce", "f": "cette"} for word in ("ce", "cet", "cette")},
    **{word: {"m": "son", "f": "sa"} for word in ("son", "sa")},
    **{word: {"m": "mon", "f": "ma"} for word in ("mon", "ma")},
    "l’": {"m": "l’", "f": "l’"},
    "du": {"m": "du", "f": "de la"},
    "au": {"m": "au", "f": "à la"},
    "leur": {"m": "leur", "f": "leur"},
    "notre": {"m": "notre", "f": "notre"},
    "votre": {"m": "votre", "f": "votre"},
}
_AHEAD = frozenset(
    "ancien ancienne nouveau nouvel nouvelle premier première vice-premier vice-première jeune haut haute grand "
    "grande futur future célèbre actuel actuelle".split()
)
# Adjectives that belong to the title although a complement stands between: « secrétaire d’État adjoint ».
_OF_TITLE = frozenset(
    "adjoint adjointe délégué déléguée chargé chargée suppléant suppléante sortant sortante".split()
)
_ADDRESS = frozenset("madame mme mesdames mademoiselle mlle monsieur m docteur".split())
_BREAKS = ("VERB", "AUX", "INF", "PPRES", "PRON", "PUNCT", "CONJ")
_CLOSING = frozenset((",", ".", ")", ";", ":", "»", "!", "?"))
# What a person does or has: the name behind the comma is still the person’s.
_DOINGS = frozenset(
    "visite départ arrivée discours voyage propos déclaration déclarations annonce démission nomination "
    "présence lettre entretien rencontre élection soutien avis venue".split()
)
_LONGEST = 14


@lru_cache(maxsize=1)
def _titles() -> dict[str, dict[Gender, str]]:
    """Both forms of a title, by either."""
    found: dict[str, dict[Gender, str]] = {}
    for line in listed("mtfix.rules.grammar", "titles.txt"):
        masculine, _, feminine = line.partition("\t")
        pair: dict[Gender, str] = {"m": masculine, "f": feminine or masculine}
        found[masculine] = found[pair["f"]] = pair
    return found


@lru_cache(maxsize=1)
def _persons() -> dict[str, Gender]:
    rows = (line.split("\t") for line in listed("mtfix.rules.grammar", "persons.txt"))
    return {name: "f" if gender == "f" else "m" for name, gender in rows}


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _persons())


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in the text: its tokens and the gender of its bearer."""

    first: int
    last: int
    gender: Gender


class PersonGender(Rule):
    """A title in the gender that the person named after it does not have: *le chancelier Angela Merkel*.

    English titles have no gender, and a system that does not know the name takes the masculine.  The gender of the
    person is told by the full name, if it is in the news, or by a first name that only women or only men bear; the
    title stands directly before the name, or before a comma and the name.  Determiner, title and the adjectives
    around it are put into the person’s gender, with the feminine forms that the French press uses.

    Left alone: first names that serve for both (*Dominique*, *Andrea*), titles of whom usage leaves the choice
    (*le professeur*, *le capitaine*, *Madame le maire*), institutions named after somebody, lists of persons, and
    a family name alone.
    """

    code = "GRM807"
    name = "person-gender"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    title = Bilingual(en="title in the wrong gender", fr="titre dont le genre n’est pas celui de la personne")
    message = Bilingual(
        en="“{text}” does not agree with {person}: “{correct}”.",
        fr="« {text} » ne s’accorde pas avec {person} : « {correct} ».",
    )
    bad = (
        Bad("⟦Le porte-parole⟧ du club, Sophie Martin, a démenti.", ("La porte-parole",)),
        Bad("Selon ⟦le nouveau directeur⟧ Claire Dumont, tout va bien.", ("la nouvelle directrice",)),
        Bad(
            "Il a rencontré ⟦le Premier ministre italien⟧ Giorgia Meloni.",
            ("la Première ministre italienne",),
        ),
        Bad("Un message ⟦du ministre⟧ de la Justice Hélène Roux.", ("de la ministre",)),
        Bad("⟦La présidente⟧ du syndicat, Olivier Blanc, a protesté.", ("Le président",)),
        Bad("⟦L’ancien sénateur⟧ Nathalie Petit se retire.", ("L’ancienne sénatrice",)),
    )
    good = (
        Good("La porte-parole du club, Sophie Martin, a démenti."),
        Good("Le ministre Dominique Leroy et le juge Andrea Rossi."),
        Good("Le directeur du lycée Sophie Germain, l’épouse du président, Julie Legrand."),
        Good("Le maire, Sophie Martin et Paul Durand étaient là."),
        Good("Le conseiller de Sophie Martin a démissionné."),
        Good("Madame le ministre Sophie Martin a répondu."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for person in _named(tokens):
            found = _title_before(tokens, context.tags(segment), person)
            if found is None:
                continue
            edit = _edited(tokens, *found, person.gender, context.apostrophe)
            if edit is not None:
                start, end, correct = edit
                name = tokens.between(person.first, person.last)
                yield self.finding(segment, start, end, correct, correct=correct, person=name)


def _named(tokens: Tokens) -> Iterator[_Person]:
    """The persons named in full whose gender is certain and who stand behind a title."""
    text, starts = tokens.text, tokens.starts
    for index in range(1, len(tokens) - 1):
        if not text[starts[index]].isupper() or not text[starts[index + 1]].isupper():
            continue
        if text[starts[index - 1]].isupper() and not lexicon().can_be(tokens.words[index - 1], "NOUN"):
            continue
        person = _person(tokens, index)
        if person is not None:
            yield person


def _person(tokens: Tokens, index: int) -> _Person | None:
    first = tokens.surface(index)
    last = index + 1
    while last + 1 < len(tokens) and tokens.spaced(last) and tokens.text[tokens.starts[last + 1]].isupper():
        last += 1
    if not tokens.spaced(index) or not tokens.is_word(index + 1):
        return None
    if first in _first_words():
        gender = _persons().get(" ".join(tokens.surface(i) for i in range(index, last + 1)))
        if gender is not None:
            return _Person(index, last, gender)
    if first in _BOTH or first.isupper():
        return None
    readings = [a for a in lexicon().analyses(first) if a.kind == "first"]
    genders = {a.gender for a in readings}
    if len(genders) != 1 or "" in genders or len(readings) != len(lexicon().analyses(first)):
        return None
    return _Person(index, last, genders.pop())


def _title_before(tokens: Tokens, tags: list[str], person: _Person) -> tuple[int, int] | None:
    """The title of the person, and the last token that belongs to it."""
    end = person.first - 1
    comma = tokens.words[end] == ","
    if comma:
        if not _closes(tokens, tags, person.last):
            return None
        end -= 1
    elif not tokens.spaced(end):
        return None
    place = _nearest_title(tokens, tags, end)
    if place is None:
        return None
    if comma:
        place = _apposed(tokens, place)
    elif not _adjoins(tokens, tags, place, end):
        return None
    return None if place is None else (place, end)


def _closes(tokens: Tokens, tags: list[str], last: int) -> bool:
    """Whether the name behind the comma stands alone, not in a list."""
    if last + 1 >= len(tokens):
        return True
    following = tokens.words[last + 1]
    if following == ",":
        after = tokens.words[last + 2] if last + 2 < len(tokens) else ""
        capital = bool(after) and tokens.text[tokens.starts[last + 2]].isupper()
        return not capital and after not in (
            "le",
            "la",
            "les",
            "l’",
            "un",
            "une",
            "ainsi",
            "et",
            "ou",
            "son",
            "sa",
        )
    return (
        following in _CLOSING
        or tags[last + 1].startswith(("VERB", "AUX"))
        or following in ("n’", "ne", "s’", "se")
    )


def _nearest_title(tokens: Tokens, tags: list[str], end: int) -> int | None:
    for place in range(end, max(end - _LONGEST, -1), -1):
        word = tokens.words[place]
        if word in _titles() and not (
            word in _AHEAD and place < end and tokens.words[place + 1] in _titles()
        ):
            return place
        if tags[place].startswith(_BREAKS) or _is_first_name(tokens, place):
            return None
    return None


def _is_first_name(tokens: Tokens, place: int) -> bool:
    surface = tokens.surface(place)
    return surface[0].isupper() and any(a.kind == "first" for a in lexicon().analyses(surface))


def _apposed(tokens: Tokens, place: int) -> int | None:
    """The title that a name behind a comma belongs to: *le porte-parole du ministre, Sophie Martin*."""
    start = _start(tokens, place)
    outer = start - 1
    if tokens.words[start] not in ("du", "au"):
        if outer < 1 or tokens.words[outer] not in ("de", "d’", "des", "à"):
            return place
        outer -= 1
    while outer > 0 and tokens.words[outer] not in _titles() and lexicon().can_be(tokens.words[outer], "ADJ"):
        outer -= 1
    if outer >= 0 and tokens.words[outer] in _titles():
        return outer
    return place if outer >= 0 and tokens.words[outer] in _DOINGS else None


def _adjoins(tokens: Tokens, tags: list[str], place: int, end: int) -> bool:
    """Whether only adjectives, or the department of a minister, stand between title and name."""
    index = place + 1
    while index <= end and lexicon().can_be(tokens.words[index], "ADJ") and tokens.surface(index).islower():
        index += 1
    if index > end:
        return True
    if tokens.words[place] not in ("ministre", "secrétaire", "vice-ministre"):
        return False
    inner = range(index, end + 1)
    departments = any(tokens.surface(i)[0].isupper() and not tags[i].startswith("NAME") for i in inner)
    allowed = ("PREP", "DET", "NOUN", "ADJ")
    return departments and all(tags[i].startswith(allowed) or tokens.words[i] == "et" for i in inner)


def _start(tokens: Tokens, place: int) -> int:
    """The determiner of the title, or its first word."""
    while place and tokens.words[place - 1] in _AHEAD:
        place -= 1
    return place - 1 if place and tokens.words[place - 1] in _DETERMINERS else place


def _edited(
    tokens: Tokens, place: int, end: int, gender: Gender, apostrophe: str
) -> tuple[int, int, str] | None:
    """Where the title begins and ends, and what it is in the wanted gender; None if it is right."""
    start = _start(tokens, place)
    if (start and tokens.words[start - 1] in _ADDRESS) or not _stands_alone(tokens, start, place):
        return None
    forms = dict(_forms(tokens, start, place, end, gender))
    if any(form is None for form in forms.values()):
        return None
    changed = [index for index, form in forms.items() if fold(form or "") != tokens.words[index]]
    if not changed:
        return None
    if tokens.words[place] == "chef" and min(changed) == place == max(changed):
        return None  # « la chef » is as good as « la cheffe »
    first, last = start, max(*changed, place)
    words = [forms.get(i) or tokens.surface(i) for i in range(first, last + 1)]
    correct = join(words, apostrophe)
    if tokens.surface(first)[0].isupper():
        correct = correct[0].upper() + correct[1:]
    begin, stop = tokens.starts[first], tokens.ends[last]
    same = correct.replace("'", "’") == tokens.text[begin:stop].replace("'", "’")
    return None if same else (begin, stop, correct)


def _stands_alone(tokens: Tokens, start: int, place: int) -> bool:
    """Whether the title has a determiner, or begins the line and so needs none."""
    if tokens.words[start] in _DETERMINERS:
        return tokens.words[place] != "chef" or tokens.words[place + 1] in ("de", "du", "des", "d’")
    return start == 0


def _forms(
    tokens: Tokens, start: int, place: int, end: int, gender: Gender
) -> Iterator[tuple[int, str | None]]:
    """The tokens that agree, and their forms in `gender`."""
    for index in range(start, place):
        determiner = _DETERMINERS.get(tokens.words[index])
        if index == start and determiner:
            yield index, determiner[gender]
        else:
            yield index, agree_word(tokens.surface(index), gender, "s", "ADJ")
    title = _titles()[tokens.words[place]][gender]
    yield place, title.capitalize() if tokens.surface(place)[0].isupper() else title
    for index in range(place + 1, end + 1):
        word = tokens.words[index]
        if not lexicon().can_be(word, "ADJ") or lexicon().can_be(word, "PREP"):
            break
        if not any(a.reading.fits(number="s") for a in lexicon().analyses(word) if a.pos == "ADJ"):
            yield index, None  # « le ministre et le préfet russes »
            return
        yield index, agree_word(tokens.surface(index), gender, "s", "ADJ")
    for index in range(place + 1, end + 1):
        if tokens.words[index] in _OF_TITLE:
            yield index, agree_word(tokens.surface(index), gender, "s")
