"""The person who receives as the subject of a passive."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.subjects import Subject, before_clitics, subject_before
from mtfix.text import Segment

_GIVING = frozenset(
    "donner offrir accorder refuser promettre enseigner attribuer octroyer remettre prêter décerner".split()
)
_TELLING = frozenset(
    "dire demander ordonner conseiller proposer promettre suggérer recommander permettre".split()
)
_STEMS = re.compile(
    r"(?:donn|offe|accord|refus|prom|enseign|attribu|octroy|rem|prêt|décern|di|demand|ordonn|conseill"
    r"|propos|suggér|recommand|perm)(?:is|it|rt|t|é)?e?s?"
)
_ARTICLES = frozenset(
    "un une des du le la les l’ deux trois quatre cinq plusieurs quelques leur leurs".split()
)
# « La réponse a été donnée le lendemain », « le feu vert a été donné des deux côtés »
_TIMES = frozenset(
    "jour jours soir matin nuit semaine semaines mois année années an ans veille lendemain heure heures fois "
    "week-end minute minutes instant moment printemps été automne hiver trimestre semestre siècle saison "
    "après-midi soirée matinée journée dimanche lundi mardi mercredi jeudi vendredi samedi janvier février "
    "mars avril mai juin juillet août septembre octobre novembre décembre côtés côté parts part un autre "
    "uns autres plus moins deux premier premiers première dernier derniers bout haut fait côté".split()
)
_REFLEXIVES = frozenset("se s’ me m’ te t’ nous vous".split())
_FAR = 3


class DativePassive(Rule):
    """*They were given blankets*, word for word: the receiver has become the subject of a passive.

    English turns the person to whom something is given, offered, refused, said into a subject.  French
    cannot (Grevisse, *Le Bon Usage*: only the direct object becomes the subject of a passive): *on leur a
    donné des couvertures*, *ils ont reçu des couvertures*, *on a demandé aux élèves de sortir*.  Reported:
    être, a participle of giving or telling, and behind it what is given (a noun with its article) or asked
    (*de* and an infinitive).

    Left alone: impersonal *il a été demandé aux élèves de sortir*; a date or a duration behind the verb;
    everything whose subject is not certain, such as inversions (*à cette occasion ont été remis des prix*).
    """

    code = "CAL703"
    name = "dative-passive"
    severity = Severity.MAJOR
    safety = Safety.DISPLAY
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="dative passive", fr="passif dont le sujet reçoit")
    message = Bilingual(
        en="The one who receives cannot be the subject of a French passive: “on … a {verb} …” or another verb.",
        fr="Celui qui reçoit ne peut être sujet du passif : « on … a {verb} … », ou un autre verbe.",
    )
    bad = (
        Bad("Les sinistrés ⟦ont été donnés des⟧ tentes."),
        Bad("Les joueurs ⟦ont été offerts une⟧ prime de victoire."),
        Bad("Les secouristes ⟦avaient été offerts du⟧ café chaud."),
        Bad("Elle ⟦a été refusée l’⟧entrée du stade."),
        Bad("Les témoins ⟦seront demandés de⟧ prêter serment."),
        Bad("Jeudi, les employés ⟦ont été dits de⟧ rester chez eux."),
        Bad("Les enfants ⟦étaient promis des⟧ vacances à la mer."),
    )
    good = (
        Good("Il a été demandé aux élèves de sortir, et des tentes ont été données aux sinistrés."),
        Good("La réponse a été donnée le lendemain ; les primes ont été refusées deux fois."),
        Good("À cette occasion ont été remis les prix de la ville."),
        Good("Les lots ont été attribués la semaine dernière par tirage au sort."),
        Good("Ils se sont donné la peine de répondre et se sont promis de revenir."),
        Good("Les fleurs qui ont été offertes à la mère ont été données des deux mains."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        for index in range(2, len(words) - 2):
            if not _STEMS.fullmatch(words[index]):
                continue
            lemmas = _participle_of(words[index])
            if lemmas and (found := _fault(tokens, context.tags(segment), index, lemmas)):
                first, last = found
                yield self.finding(segment, tokens.starts[first], tokens.ends[last], verb=_masculine(lemmas))


def _participle_of(word: str) -> tuple[str, ...]:
    wanted = _GIVING | _TELLING
    return tuple(a.lemma for a in lexicon().analyses(word) if a.tense == "ppast" and a.lemma in wanted)


def _masculine(lemmas: tuple[str, ...]) -> str:
    for form, reading in lexicon().forms(lemmas[0], "VERB"):
        if reading.tense == "ppast" and reading.gender in ("m", "") and reading.number in ("s", ""):
            return form
    return lemmas[0]


def _fault(tokens: Tokens, tags: list[str], index: int, lemmas: tuple[str, ...]) -> tuple[int, int] | None:
    auxiliary = passive_auxiliary(tokens, tags, index)
    if auxiliary is None:
        return None
    given = bool(_GIVING.intersection(lemmas)) and _is_object(tokens, tags, index + 1)
    told = bool(_TELLING.intersection(lemmas)) and _is_request(tokens, tags, index + 1)
    if not given and not told:
        return None
    subject = subject_before(tokens, tags, auxiliary)
    if subject is None or tokens.words[subject.head] == "il" or not _agrees(tokens, subject, index):
        return None
    return auxiliary, index + 1


def passive_auxiliary(tokens: Tokens, tags: list[str], participle: int) -> int | None:
    """The finite auxiliary of a passive with that participle; None if it is none, or reflexive."""
    words = tokens.words
    index = participle - 1
    while index > 0 and coarse(tags[index]) == "ADV" and participle - index < _FAR:
        index -= 1
    if words[index] == "été":
        index -= 1
        while index > 0 and coarse(tags[index]) == "ADV" and participle - index < 2 * _FAR:
            index -= 1
        lemma = "avoir"
    else:
        lemma = "être"
    if index < 1 or coarse(tags[index]) != "AUX" or lemma not in lexicon().lemmas(words[index], "VERB"):
        return None
    clitics = words[before_clitics(tokens, tags, index) + 1 : index]
    return None if _REFLEXIVES.intersection(clitics) else index


def _is_object(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether a noun with its article stands there that tells no time."""
    if tokens.words[index] not in _ARTICLES or not tokens.spaced(index - 1):
        return False
    following = tokens.words[index + 1 : index + 4]
    if not _TIMES.isdisjoint(following) or any(word[0].isdigit() for word in following[:1]):
        return False
    return any(
        coarse(tags[i]) == "NOUN" and lexicon().can_be(tokens.words[i], "NOUN")
        for i in range(index + 1, min(index + _FAR, len(tags)))
    )


def _is_request(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether `de` and an infinitive stand there."""
    if tokens.words[index] not in ("de", "d’"):
        return False
    at = index + 1
    while at < len(tags) - 1 and tokens.words[at] in (
        "ne",
        "pas",
        "se",
        "s’",
        "y",
        "le",
        "la",
        "les",
        "leur",
    ):
        at += 1
    return coarse(tags[at]) == "INF" and not lexicon().can_be(tokens.words[at], "NOUN")


def _agrees(tokens: Tokens, subject: Subject, participle: int) -> bool:
    numbers = {a.number for a in lexicon().analyses(tokens.words[participle]) if a.tense == "ppast"}
    return subject.number == "x" or "" in numbers or subject.number in numbers
