"""A time adverbial wedged between subject and verb."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse, features
from mtfix.french.tokens import Tokens
from mtfix.french.words import DAYS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.persons import persons
from mtfix.rules.calque.subjects import CLITICS, Subject, subject_ending
from mtfix.text import Segment

_DAY = "|".join(DAYS)
_MONTH = "|".join(MONTHS)
_TIME = re.compile(
    rf"\b(?:la semaine dernière|la semaine passée|le mois dernier|le mois passé|l[’']année dernière"
    rf"|l[’']an dernier|l[’']an passé|l[’']été dernier|l[’']hiver dernier|hier|avant-hier"
    rf"|(?:{_DAY})(?: dernier| matin| soir| après-midi)?|plus tôt cette semaine|plus tôt dans la journée"
    rf"|plus tôt cette année|à la fin de l[’']année dernière|en (?:{_MONTH})(?: (?:19|20)\d\d| dernier)?"
    rf"|en (?:19|20)\d\d)\b(?=\s+[^\W\d])",
    re.IGNORECASE,
)
_WORDS = frozenset((*DAYS, "dernière", "dernier", "passée", "passé", "hier", "avant-hier", "tôt", "en"))
_PERSONS = frozenset(
    "juge ministre président présidente premier chef gouvernement police tribunal cour parlement sénat "
    "entreprise société groupe banque armée directeur directrice porte-parole maire gouverneur sénateur "
    "député procureur avocat avocate responsable responsables roi reine prince pape secrétaire général "
    "président-directeur patron candidat candidate équipe club parti syndicat ministère commission conseil "
    "agence autorités dirigeant dirigeants juges ministres députés sénateurs avocats élus chercheurs "
    "scientifiques enquêteurs policiers médecins joueur joueuse entraîneur sélectionneur acteur actrice "
    "chanteur chanteuse écrivain groupe compagnie constructeur chancelier chancelière pays".split()
)


class TimeAdverbial(Rule):
    """*The judge last week ordered*: a time adverbial between subject and verb, without commas.

    English news puts *on Monday*, *last week* between subject and verb.  French puts it first, behind the
    verb, or between two commas: *La semaine dernière, le juge a ordonné*.  Reported where the subject is a
    person or an institution, with nothing before it in its clause, and the verb agrees with it; a single comma
    before the adverbial does not help.

    Left alone: an adverbial that belongs to a noun (*les combats de cette semaine ont*, *le match lundi
    soir*, *le texte voté hier est*), and everything between commas.
    """

    code = "CAL710"
    name = "time-adverbial"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(
        en="time adverbial between subject and verb", fr="complément de temps entre le sujet et le verbe"
    )
    message = Bilingual(
        en="“{time}” between subject and verb is English word order: put it first, with a comma.",
        fr="« {time} » entre le sujet et le verbe suit l’ordre anglais : à mettre en tête, avec une virgule.",
    )
    bad = (
        Bad(
            "⟦La ministre l’an dernier⟧ avait promis le contraire.",
            ("L’an dernier, la ministre",),
        ),
        Bad("⟦Le tribunal mardi⟧ a rejeté la plainte.", ("Mardi, le tribunal",)),
        Bad("⟦Trudeau la semaine dernière⟧ a refusé l’offre.", ("La semaine dernière, Trudeau",)),
        Bad("⟦Macron lundi soir⟧ a refusé.", ("Lundi soir, Macron",)),
        Bad("⟦Les autorités hier⟧ n’ont pas répondu.", ("Hier, les autorités",)),
        Bad("Le groupe, ⟦la semaine dernière⟧ a annoncé 300 suppressions d’emplois."),
        Bad("⟦Le constructeur en 2019⟧ a fermé l’usine.", ("En 2019, le constructeur",)),
        Bad("Il assure que ⟦le gouvernement le mois dernier⟧ a menti."),
    )
    good = (
        Good("Le tribunal, mardi, a rejeté la plainte. La semaine dernière, le juge a tranché."),
        Good("Le match lundi soir a été annulé ; le texte voté hier est critiqué."),
        Good("Le champion de l’année dernière a perdu, et le conseil de mardi a été reporté."),
        Good("Le président a dit hier que le juge avait ordonné mardi la reprise."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        if _WORDS.isdisjoint(tokens.words):
            return
        for match in _TIME.finditer(segment.target):
            first = _token_at(tokens, match.start())
            verb = _token_at(tokens, match.end(), after=True)
            if first < 1 or verb < 0:
                continue
            comma = tokens.words[first - 1] == ","
            subject = _subject(tokens, context.tags(segment), first - comma, verb)
            if subject is None:
                continue
            start = match.start() if comma else tokens.starts[subject.first]
            sure = not comma and not subject.border
            fix = _fronted(tokens, context.tags(segment), subject, match) if sure else None
            yield self.finding(segment, start, match.end(), *((fix,) if fix else ()), time=match.group())


def _token_at(tokens: Tokens, offset: int, after: bool = False) -> int:
    for index, start in enumerate(tokens.starts):
        if start == offset or (after and start > offset):
            return index
    return -1


def _subject(tokens: Tokens, tags: list[str], first: int, verb: int) -> Subject | None:
    """The subject before the adverbial, if the verb behind it agrees with it."""
    while verb < len(tags) and tokens.words[verb] in CLITICS:
        verb += 1
    if verb >= len(tags) or coarse(tags[verb]) not in ("AUX", "VERB") or not _is_finite(tokens, verb):
        return None
    if coarse(tags[first - 1]) not in ("NOUN", "NAME", "ADJ"):
        return None
    subject = subject_ending(tokens, tags, first - 1)
    if subject is None or not features(tags[verb]).endswith(("3s", "13s", "3p")):
        return None
    if subject.number != "x" and features(tags[verb])[-1] != subject.number:
        return None
    named = tokens.surface(subject.head)[0].isupper()  # « Macron », « le Fonds monétaire »
    if tokens.words[subject.head] in DAYS:
        return None
    return subject if named or tokens.words[subject.head] in _PERSONS | persons() else None


def _is_finite(tokens: Tokens, index: int) -> bool:
    return any(
        a.tense in ("pres", "impf", "past", "fut", "cond") for a in lexicon().analyses(tokens.words[index])
    )


def _fronted(tokens: Tokens, tags: list[str], subject: Subject, match: re.Match[str]) -> str | None:
    """The adverbial first, the subject behind it: only where the sentence begins with the subject."""
    text = tokens.text[tokens.starts[subject.first] : match.start()].rstrip()
    time = match.group()
    if coarse(tags[subject.first]) in ("DET", "NUM"):
        text = text[0].lower() + text[1:]
    return f"{time[0].upper()}{time[1:]}, {text}"
