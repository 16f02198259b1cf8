"""English headline infinitives (*Minister to visit Oslo*) word for word."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.countries import countries
from mtfix.rules.calque.persons import persons
from mtfix.text import Segment

_LONGEST = 22
_SUBORDINATE = frozenset("que qu’ qui dont où alors tandis si lorsque quand car".split())
_STACK = 3
_STACKED = Bilingual(
    en="Nouns in a row as in an English headline: French needs articles and prepositions.",
    fr="Noms juxtaposés comme dans un titre anglais : il faut des articles et des prépositions.",
)
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
_PLACES = frozenset("vendre louer voir découvrir éviter suivre retenir".split())


class HeadlineInfinitive(Rule):
    """*Minister to visit Oslo*, word for word: « Ministre à visiter Oslo ».

    In English headlines an infinitive stands for the future.  In French *à visiter* and *pour visiter* give
    the line another sense or none: *Le ministre va visiter Oslo*, *attendu à Oslo*.  Reported in lines without
    a full stop at the end and without a finite verb: an office, an institution, a country or an acronym at
    the beginning, *à* or *pour*, an infinitive and what it acts on.  Three common nouns and more in a row before
    the verb (*Flood relief effort gathers…*) are reported, too.

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
        Bad("⟦Diplomates européens à reprendre⟧ le dialogue avec Téhéran"),
        Bad("⟦Effort sauvetage baleine⟧ attire les foules"),
        Bad("Arctique : ⟦Norvège à fermer⟧ ses ports alors que la glace fond", ("La Norvège va fermer",)),
        Bad("⟦Pape à rencontrer⟧ des réfugiés à Lesbos"),
    )
    good = (
        Good("Travail à faire"),
        Good("Règles pour gonfler des ballons"),
        Good("Une stratégie républicaine pour contrer la réforme"),
        Good("Le Japon va fermer dix réacteurs"),
        Good("Un ministre pour défendre la laïcité"),
        Good("Cuba à découvrir les yeux fermés"),
        Good("Ministre à rencontrer"),
        Good("Football : victoire de Nantes"),
        Good("Football : le Japon à suivre"),
        Good("Joueurs à suivre ce week-end"),
        Good("Électeurs à convaincre cette année"),
        Good("Le premier à signer un accord"),
        Good("Groupe pour apprendre le français"),
        Good("Le gouvernement à l’épreuve des faits"),
        Good("Le Japon pour fermer la marche."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if text.rstrip()[-1:] in ".!?…:;,»”" or text.count(" ") > _LONGEST:
            return
        tokens, tags = context.tokens(segment), context.tags(segment)
        if not tokens:
            return
        stacked = _stack(tokens, tags)
        if stacked:
            yield self.finding(segment, tokens.starts[0], tokens.ends[stacked - 1], wording=_STACKED)
            return
        found = _linked_infinitive(tokens, tags)
        if found is None:
            return
        first, link = found
        if not _is_agent(tokens, tags, first, link) or _has_verb(tokens, tags, first, link):
            return
        fix = _future(tokens, first, link, context.apostrophe)
        safety = Safety.UNSAFE if fix else self.safety
        start, end = tokens.starts[first], tokens.ends[link + 1]
        yield self.finding(segment, start, end, *((fix,) if fix else ()), safety=safety)


def _stack(tokens: Tokens, tags: list[str]) -> int:
    """How many nouns without article stand in a row at the beginning, before a finite verb; 0 if too few."""
    length = 0
    while length < len(tags) and coarse(tags[length]) in ("NOUN", "NAME") and tokens.is_word(length):
        if length and not tokens.spaced(length - 1):
            return 0
        length += 1
    common = [i for i in range(length) if coarse(tags[i]) == "NOUN" and _is_noun(tokens.words[i])]
    if len(common) < _STACK or length >= len(tags) or coarse(tags[length]) not in ("VERB", "AUX"):
        return 0
    return length


def _is_noun(word: str) -> bool:
    known = lexicon().analyses(word)
    return any(a.pos == "NOUN" for a in known) and all(a.pos in ("NOUN", "VERB") for a in known)


def _linked_infinitive(tokens: Tokens, tags: list[str]) -> tuple[int, int] | None:
    """The first word of the line, and the `à` or `pour` before an infinitive with an object."""
    # « Ukraine : ministre à visiter Oslo »
    first = max((i + 1 for i, word in enumerate(tokens.words[:-1]) if word == ":"), default=0)
    if not tokens.surface(first)[0].isupper():
        return None
    for link in range(first + 1, min(len(tags) - 2, first + 6)):
        if tokens.words[link] in ("à", "pour"):
            infinitive, behind = link + 1, link + 2
            is_infinitive = any(a.tense == "inf" for a in lexicon().analyses(tokens.words[infinitive]))
            if is_infinitive and coarse(tags[behind]) in _OBJECT and tokens.spaced(infinitive):
                return first, link
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
    if tokens.words[agent] not in _AGENTS | persons() or coarse(tags[agent]) not in ("NOUN", "NAME", "ADJ"):
        return False
    if tokens.words[agent] == "premier" and tokens.words[agent + 1] != "ministre":
        return False
    return _acts(tokens, agent, link)


def _acts(tokens: Tokens, agent: int, link: int) -> bool:
    """Whether somebody is said to do something: not *Joueurs à suivre ce week-end*."""
    if tokens.words[link] == "pour":
        return tokens.words[agent] not in _FOR
    return tokens.words[link + 1] not in _PLACES and tokens.words[link + 2] not in (
        "ce",
        "cette",
        "cet",
        "en",
        "par",
    )


def _has_verb(tokens: Tokens, tags: list[str], first: int, link: int) -> bool:
    """Whether the headline has a finite verb before any subordinate clause."""
    end = next((i for i in range(link, len(tags)) if tokens.words[i] in _SUBORDINATE), len(tags))
    return any(coarse(tags[i]) in ("AUX", "VERB") for i in range(first, end) if i != link + 1)


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
