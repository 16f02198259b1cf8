"""Things that see, leave, send and make as in English."""

import re
from collections.abc import Iterator

from mtfix.french.elision import join
from mtfix.french.inflection import inflect
from mtfix.french.lexicon import Analysis, lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.french.transfer import replace_verb
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.persons import persons
from mtfix.rules.calque.subjects import before_clitics, subject_ending
from mtfix.text import Segment

_THINGS = frozenset(
    "crise guerre conflit décision accord mesure opération attaque attentat match rencontre incident "
    "accident affaire scandale réforme loi plan programme projet processus mouvement phénomène tempête "
    "ouragan inondation séisme pandémie épidémie effondrement krach scrutin élection campagne vote "
    "référendum coup procès enquête sommet tournoi course bataille offensive révolution soulèvement "
    "manifestation grève transaction fusion évolution tendance hausse baisse année semaine journée mois "
    "décennie siècle hiver été printemps automne période nuit saison "
    "week-end soirée journées mandat règne".split()
)
_GROUPS = frozenset(
    "village villages ville villes pays région régions quartier quartiers commune communes".split()
)
_LEFT_DOING = frozenset(
    "demandant interrogeant accrochant débattant battant démenant languissant luttant peinant "
    "cherchant essayant tentant attendant espérant craignant souffrant errant pleurant hurlant "
    "tremblant haletant suffoquant saignant pataugeant titubant chancelant".split()
)
_WRITINGS = frozenset(
    "lettre lettres message messages note notes mot mots texte commentaire testament".split()
)
_MARKETS = frozenset(
    "action actions prix cours marché marchés bourse bourses indice indices taux devise devises dollar euro "
    "rouble livre yen monnaie valeurs titres titre pétrole ventes coûts rendements rendement inflation "
    "loyers températures sondages cote exportations bénéfices baril or gaz blé peso "
    "yuan bitcoin cryptomonnaies obligations".split()
)
_FALLING = frozenset(
    "plonger grimper chuter dégringoler flamber bondir monter tomber baisser augmenter s’envoler s’effondrer".split()
)
_VERBS = re.compile(
    r"(?:laiss|envo[yi])(?:er|e|es|ent|a|é|ée|ant|ait|aient|era|eront|èrent|errait|erra|erront)"
    r"|vu|vit|verra|voit|virent|voient|verront|voyait"
    r"|fai(?:t|re|sant|sait|saient)|font|fera|feront|fit|firent"
)
_DETERMINERS = frozenset("le la les l’ des un une son sa ses leur leurs ces ce cette cet de nombreux".split())
_FAR = 6


class Resultative(Rule):
    """*Saw prices climb*, *left officials wondering*, *sent shares plunging*, *made him to do*.

    English lets a thing see, leave and send: *a crisis that saw prices climb*, *which left voters
    wondering*, *sent shares plunging*.  In French a crisis sees nothing: *une crise pendant laquelle les
    prix ont grimpé*, *qui a fait grimper les prix*; *laisser* takes no present participle as result, and
    *faire* no *à* before its infinitive.

    Left alone: an infinitive right behind *voir* (*le siècle qui a vu naître le cinéma*), people as subjects, a
    written thing left behind (*il a laissé une lettre expliquant…*), *envoyer* with people.
    """

    code = "CAL709"
    name = "resultative"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="resultative as in English", fr="tournure résultative calquée")
    message = Bilingual(
        en="English construction with “see”, “leave”, “send” or “make”: recast the sentence.",
        fr="Construction anglaise de « voir », « laisser », « envoyer » ou « faire » : à reformuler.",
    )
    bad = (
        Bad("C’est une crise qui ⟦a vu les loyers grimper⟧ partout.", ("a fait grimper les loyers",)),
        Bad("L’année 1932 ⟦a vu le chômage doubler⟧."),
        Bad("Le scandale ⟦a vu le ministre démissionner⟧.", ("a fait démissionner le ministre",)),
        Bad(
            "La panne a ⟦laissé les voyageurs se demandant⟧ quoi faire.",
            ("conduit les voyageurs à se demander",),
        ),
        Bad("La mesure a ⟦laissé les Danois remettant⟧ tout en cause.", ("conduit les Danois à remettre",)),
        Bad(
            "Le raid a ⟦laissé des villages entiers réclamant⟧ de l’eau.",
            ("conduit des villages entiers à réclamer",),
        ),
        Bad("L’annonce a ⟦envoyé les actions plonger⟧ de 8 %.", ("fait plonger les actions",)),
        Bad("La rumeur ⟦envoie le dollar grimper⟧.", ("fait grimper le dollar",)),
        Bad("Le règlement ⟦fait les élèves à travailler⟧ le soir."),
    )
    good = (
        Good("Les habitants ont vu les prix grimper. Ce siècle a vu naître le cinéma."),
        Good("Il a laissé une lettre expliquant son geste et les enfants attendant le bus ont ri."),
        Good("La hausse a fait plonger les actions. Ils ont envoyé les enfants jouer dehors."),
        Good("Cela fait les élèves à plaindre. Il reste des efforts à faire."),
        Good("La décision a laissé les élus perplexes ; on laisse les gens se débrouiller."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for index in range(len(tokens) - 2):
            if not _VERBS.fullmatch(tokens.words[index]) or tokens.words[index + 1] not in _DETERMINERS:
                continue
            for lemma, read in _READERS.items():
                analysis = _verb(tokens.words[index], lemma)
                if analysis and (found := read(tokens, context.tags(segment), index, analysis)):
                    first, last, fix = found
                    yield self.finding(
                        segment, tokens.starts[first], tokens.ends[last], *((fix,) if fix else ())
                    )


Found = tuple[int, int, str | None] | None


def _verb(word: str, lemma: str) -> Analysis | None:
    return next((a for a in lexicon().analyses(word) if a.lemma == lemma and a.pos == "VERB"), None)


def _phrase(tokens: Tokens, tags: list[str], first: int) -> tuple[int, int] | None:
    """The noun of the phrase that begins at `first`, and the first token behind the phrase."""
    head = None
    for index in range(first, min(first + _FAR, len(tags))):
        kind = coarse(tags[index])
        if kind == "NOUN":
            head = index if head is None else head
        elif kind not in ("DET", "ADJ", "NUM", "PREP", "NAME") or (
            kind == "PREP" and tokens.words[index] not in ("de", "d’", "du", "des")
        ):
            return (head, index) if head is not None else None
    return None


def _seeing(tokens: Tokens, tags: list[str], index: int, verb: Analysis) -> Found:
    first = index
    if verb.tense == "ppast" and coarse(tags[index]) == "PPAST":
        first = index - 1
    if first < 1 or coarse(tags[first]) not in ("AUX", "VERB"):
        return None
    if verb.tense == "ppast" and "avoir" not in lexicon().lemmas(tokens.words[first], "VERB"):
        return None
    phrase = _phrase(tokens, tags, index + 1)
    if phrase is None or not _infinitive(tokens, tags, phrase[1]) or not _is_thing(tokens, tags, first):
        return None
    last = _end_of_infinitive(tokens, phrase[1])
    # A time makes nothing happen: « 1932 a vu le chômage doubler » wants another verb.
    timely = not _TIMES.isdisjoint(tokens.words[max(0, first - _FAR) : first])
    made = None if timely else _made(tokens, index, phrase[1], last, verb)
    opening = f"{tokens.between(first, index - 1)} " if first < index else ""
    return first, last, f"{opening}{made}" if made else None


def _is_thing(tokens: Tokens, tags: list[str], verb: int) -> bool:
    before = before_clitics(tokens, tags, verb)
    if before < 1:
        return False
    if tokens.words[before] == "qui":
        return not _THINGS.isdisjoint(tokens.words[max(0, before - 2) : before])
    if tokens.words[before].isdigit():  # « l’année 2008 »
        before -= 1
    subject = subject_ending(tokens, tags, before)
    return subject is not None and tokens.words[subject.head] in _THINGS


def _infinitive(tokens: Tokens, tags: list[str], index: int) -> bool:
    index = _end_of_infinitive(tokens, index)
    return index < len(tags) and coarse(tags[index]) == "INF"


def _end_of_infinitive(tokens: Tokens, index: int) -> int:
    return index + 1 if index < len(tokens) and tokens.words[index] in ("se", "s’") else index


def _leaving(tokens: Tokens, tags: list[str], index: int, _: Analysis) -> Found:
    phrase = _phrase(tokens, tags, index + 1)
    if phrase is None or tokens.words[phrase[0]] in _WRITINGS:
        return None
    last = _end_of_infinitive(tokens, phrase[1])
    head = phrase[0]
    peopled = (
        tokens.words[head] in persons() or tokens.words[head] in _GROUPS or tokens.surface(head)[0].isupper()
    )
    if tokens.words[last] not in _LEFT_DOING and not (peopled and coarse(tags[last]) == "PPRES"):
        return None
    return index, last, _led(tokens, index, phrase[1], last)


def _led(tokens: Tokens, index: int, participle: int, last: int) -> str | None:
    """The same with *conduire*, which takes an infinitive: *a conduit les élus à se demander*."""
    verb = replace_verb(tokens.surface(index), "conduire")
    doing = next((a.lemma for a in lexicon().analyses(tokens.words[last]) if a.tense == "ppres"), None)
    if verb is None or doing is None:
        return None
    clitic = [tokens.surface(participle)] if participle < last else []
    return join([verb, tokens.between(index + 1, participle - 1), "à", *clitic, doing])


def _sending(tokens: Tokens, tags: list[str], index: int, verb: Analysis) -> Found:
    phrase = _phrase(tokens, tags, index + 1)
    if phrase is None or tokens.words[phrase[0]] not in _MARKETS:
        return None
    last = _end_of_infinitive(tokens, phrase[1])
    infinitive = tokens.between(phrase[1], last).replace("'", "’")
    if infinitive.lower() not in _FALLING:
        return None
    return index, last, _made(tokens, index, phrase[1], last, verb)


def _made(tokens: Tokens, index: int, infinitive: int, last: int, verb: Analysis) -> str | None:
    """The same with *faire*, whose infinitive stands before the noun: *fait plonger les actions*."""
    if verb.tense == "ppast":
        form: str | None = "fait"
    else:
        form = inflect("faire", "VERB", "", verb.number, verb.tense, 3 if verb.person else 0)
    if form is None or not tokens.surface(index).islower():
        return None
    return f"{form} {tokens.between(infinitive, last)} {tokens.between(index + 1, infinitive - 1)}"


def _making(tokens: Tokens, tags: list[str], index: int, _: Analysis) -> Found:
    phrase = _phrase(tokens, tags, index + 1)
    if phrase is None or phrase[1] - index != _FAR // 2 or tokens.words[phrase[0]] not in persons():
        return None
    if tokens.words[phrase[1]] != "à" or not _infinitive(tokens, tags, phrase[1] + 1):
        return None
    last = _end_of_infinitive(tokens, phrase[1] + 1)
    return (index, last, None) if tokens.words[last] not in _PITIED else None


_TIMES = frozenset(
    "année années mois semaine semaines jour jours journée siècle décennie décennies saison nuit week-end heure "
    "heures matin soir soirée printemps été automne hiver trimestre semestre période époque".split()
)
_PITIED = frozenset("plaindre craindre éviter suivre".split())
_READERS = {"voir": _seeing, "laisser": _leaving, "envoyer": _sending, "faire": _making}
