"""English headline infinitives (*Minister to visit Oslo*) word for word."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.countries import countries
from mtfix.text import Segment

_LONGEST = 16
_AGENTS = frozenset(
    "ministre ministres président premier-ministre gouvernement police armée parlement sénat tribunal juge "
    "juges maire gouverneur pape roi reine sénateurs députés élus banque syndicat syndicats parti patron "
    "constructeur société groupe entreprise compagnie directeur directrice secrétaire chancelier "
    "chancelière président-directeur procureur régulateur opposition rebelles talibans grévistes "
    "enseignants médecins infirmières pilotes cheminots agriculteurs pêcheurs états pays dirigeants "
    "candidat candidats premier commission conseil cour congrès".split()
)
_SINGULAR_ACRONYMS = frozenset("UE ONU OTAN OMS BCE FMI OCDE OPEP NASA UNESCO FIFA UEFA AIEA".split())
_FEMININE_OR_VOWEL = {"BCE": "la ", "NASA": "la ", "FIFA": "la ", "FMI": "le "}
_ACRONYM = re.compile(r"[A-ZÉ]{2,6}")
# « Ministre à plein temps », « Homme à abattre » : what stands behind must be an object or a place.
_OBJECT = ("DET", "NAME", "PREP", "NUM", "NOUN", "ADJ")
# « Groupe pour apprendre l’anglais », « Société pour restaurer les orgues » : what it is for.
_FOR = frozenset(
    "groupe société entreprise compagnie syndicat banque conseil commission parti pays constructeur directeur "
    "directrice patron candidat secrétaire infirmières pilotes médecins enseignants agriculteurs".split()
)
_PLACES = frozenset("vendre louer visiter voir découvrir éviter suivre retenir".split())


class HeadlineInfinitive(Rule):
    """*Minister to visit Oslo*, word for word: « Ministre à visiter Oslo ».

    In English headlines an infinitive stands for the future.  In French *à visiter* and *pour visiter* give
    the line another sense or none: *Le ministre va visiter Oslo*, *attendu à Oslo*.  Reported in lines without
    a full stop at the end and without a finite verb: an office, an institution, a country or an acronym at
    the beginning, *à* or *pour*, an infinitive and what it acts on.

    Left alone: things to do (*Travail à faire*), tools and reasons (*Règles pour gonfler un ballon*), places
    to see (*Rome à visiter*), nouns with *un*, and lines with any verb.
    """

    code = "ACC304"
    name = "headline-infinitive"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="headline infinitive word for word", fr="infinitif de titre anglais calqué")
    message = Bilingual(
        en="The infinitive of an English headline tells the future: “va …”, or a noun.",
        fr="L’infinitif d’un titre anglais dit le futur : « va … », ou un nom.",
    )
    bad = (
        Bad("⟦Ministre à visiter⟧ les sinistrés de Varna"),
        Bad("⟦Japon pour fermer⟧ dix réacteurs", ("Le Japon va fermer",)),
        Bad("⟦Pays-Bas à limiter⟧ l’accès des touristes", ("Les Pays-Bas vont limiter",)),
        Bad("⟦ONU pour envoyer⟧ des observateurs dans l’est du Congo", ("L’ONU va envoyer",)),
        Bad("⟦États nordiques pour signer⟧ un pacte de défense"),
        Bad("⟦Le gouvernement à réduire⟧ les impôts des ménages"),
        Bad("⟦Pape à rencontrer⟧ des réfugiés à Lesbos"),
    )
    good = (
        Good("Travail à faire"),
        Good("Règles pour gonfler des ballons"),
        Good("Une stratégie républicaine pour contrer la réforme"),
        Good("Le Japon va fermer dix réacteurs"),
        Good("Un ministre pour défendre la laïcité"),
        Good("Cuba à visiter les yeux fermés"),
        Good("Ministre à rencontrer"),
        Good("Le premier à signer un accord"),
        Good("Groupe pour apprendre le français"),
        Good("Le gouvernement à l’épreuve des faits"),
        Good("Le Japon pour fermer la marche."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if " pour " not in text and " à " not in text:
            return
        if text.rstrip()[-1:] in ".!?…:;," or text.count(" ") > _LONGEST:
            return
        tokens, tags = context.tokens(segment), context.tags(segment)
        found = _linked_infinitive(tokens, tags)
        if found is None:
            return
        first, link = found
        if not _is_agent(tokens, tags, first, link) or _has_verb(tokens, tags, link):
            return
        fix = _future(tokens, first, link, context.apostrophe)
        safety = Safety.UNSAFE if fix else self.safety
        start, end = tokens.starts[first], tokens.ends[link + 1]
        yield self.finding(segment, start, end, *((fix,) if fix else ()), safety=safety)


def _linked_infinitive(tokens: Tokens, tags: list[str]) -> tuple[int, int] | None:
    """The first word of the line, and the `à` or `pour` before an infinitive with an object."""
    if not tokens or not tokens.surface(0)[0].isupper():
        return None
    for link in range(1, min(len(tags) - 2, 6)):
        if tokens.words[link] in ("à", "pour"):
            infinitive, behind = link + 1, link + 2
            is_infinitive = any(a.tense == "inf" for a in lexicon().analyses(tokens.words[infinitive]))
            if is_infinitive and coarse(tags[behind]) in _OBJECT and tokens.spaced(infinitive):
                return 0, link
            return None
        if coarse(tags[link]) not in ("NOUN", "ADJ", "NAME", "PREP", "DET"):
            return None
    return None


def _is_agent(tokens: Tokens, tags: list[str], first: int, link: int) -> bool:
    """Whether the line begins with somebody who acts (with an article only before `à` and an object)."""
    infinitive = tokens.words[link + 1]
    subject = tokens.between(first, link - 1).replace("'", "’")
    if subject in countries() or (_ACRONYM.fullmatch(subject) and subject in _SINGULAR_ACRONYMS):
        return tokens.words[link] == "pour" or infinitive not in _PLACES
    definite = tokens.words[first] in ("le", "la", "l’", "les")
    if definite and (tokens.words[link] != "à" or coarse(tags[link + 2]) not in ("DET", "NAME")):
        return False
    agent = first + definite
    if tokens.words[agent] not in _AGENTS or coarse(tags[agent]) not in ("NOUN", "NAME", "ADJ"):
        return False
    if tokens.words[agent] == "premier" and tokens.words[agent + 1] != "ministre":
        return False
    return tokens.words[link] == "à" or tokens.words[agent] not in _FOR


def _has_verb(tokens: Tokens, tags: list[str], link: int) -> bool:
    return any(coarse(tag) in ("AUX", "VERB") for i, tag in enumerate(tags) if i != link + 1)


def _future(tokens: Tokens, first: int, link: int, apostrophe: str) -> str | None:
    """*Le Japon va fermer*: only where the article is certain."""
    subject = tokens.between(first, link - 1)
    name = subject.replace("'", "’")
    article = countries().get(name)
    if article is None and name in _SINGULAR_ACRONYMS:
        article = _FEMININE_OR_VOWEL.get(name, "l’" if name[0] in "UO" else None)
    if article is None:
        return None
    verb = "vont" if article == "les " else "va"
    text = f"{article}{subject} {verb} {tokens.surface(link + 1)}".replace("’", apostrophe)
    return text[0].upper() + text[1:]
