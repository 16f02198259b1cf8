"""A verb whose object or subject is its own noun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_ARTICLES = frozenset(
    "le la les l’ un une des leur leurs son sa ses notre nos votre vos mon ma mes ce cet cette ces".split()
)
_OWN = frozenset("leur leurs son sa ses notre nos votre vos mon ma mes".split())
# An act upon another's act: « critiquer les critiques », « interdire l’interdiction », « annuler l’annulation »
_NOT_WITH_ARTICLE = frozenset(
    "annuler approuver attaquer contester critiquer dénoncer défendre interdire sanctionner suspendre "
    "condamner refuser rejeter combattre boycotter censurer confirmer demander prévenir payer accorder "
    "arrêter choisir publier préparer aider commencer conseiller nommer voter importer retirer "
    "examiner projeter ordonner prévoir discuter recommander financer acheter soutenir distribuer".split()
)
_FINITE = ("VERB",)
_VERBAL = frozenset(("VERB", "INF", "PPAST", "PPRES"))


class OwnNoun(Rule):
    """A verb with the noun of its own action as object or subject: *ils défendent leur défense du texte*.

    Machines lose the verb of an English phrase and put the noun's own verb in its place: *stand by their
    defence*, *issue a call*, *voice their support*.  French has a support verb for it: *maintenir sa défense*,
    *lancer un appel*, *tenir une promesse*.  The pairs are a list of verbs and their nouns; only the noun
    right behind the verb, or the verb right behind the noun, counts.

    Left alone: inner objects that French does use (*vivre sa vie, jouer un jeu, chanter une chanson, rêver un
    rêve*), and an act upon someone else's act (*critiquer les critiques, refuser un refus*): such verbs count
    only with a possessive.
    """

    code = "DUP007"
    name = "own-noun"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="verb with its own noun", fr="verbe construit avec son propre nom")
    message = Bilingual(
        en="“{verb}” and “{noun}” say the same twice: another verb is needed.",
        fr="« {verb} » et « {noun} » disent deux fois la même chose : il faut un autre verbe.",
    )
    bad = (
        Bad("Les avocats ⟦défendent leur défense⟧ du prévenu."),
        Bad("Le comité a ⟦appelé un appel⟧ à la grève."),
        Bad("Elle compte ⟦promettre une promesse⟧ aux retraités."),
        Bad("Les alliés ⟦soutiennent leur ferme soutien⟧ au plan."),
        Bad("Le parquet a ⟦décidé la décision⟧ hier."),
        Bad("⟦La menace menace⟧ tout le littoral."),
    )
    good = (
        Good("Il vit sa vie, chante une chanson et joue un jeu. Ils font face."),
        Good("Les avocats maintiennent leur défense et lancent un appel."),
        Good("Elle critique les critiques et voudrait interdire cette interdiction."),
        Good("La demande a été déposée ; on demande une réponse."),
        Good("Cette offre, offrez-la ; ils ont promis de tenir leur promesse."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        nouns = _nouns()
        for index, word in enumerate(tokens.words):
            if index < 1 or word not in nouns:
                continue
            tags = context.tags(segment)
            if coarse(tags[index]) not in ("NOUN", "VERB"):
                continue
            found = _with_object(tokens, tags, index) or _with_subject(tokens, tags, index)
            if found:
                first, last, verb = found
                start, end = tokens.starts[first], tokens.ends[last]
                yield self.finding(segment, start, end, verb=verb, noun=nouns[word])


@lru_cache(maxsize=1)
def _pairs() -> dict[str, str]:
    lines = (line.split() for line in listed("mtfix.rules.duplication", "verb_nouns.txt"))
    return {noun: verb for verb, noun in lines}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, str]:
    """Every form of the nouns, with the noun in the singular."""
    return {form: noun for noun in _pairs() for form, _ in lexicon().forms(noun, "NOUN")}


def _is_verb(tokens: Tokens, tags: list[str], index: int, verb: str, kinds: frozenset[str] = _VERBAL) -> bool:
    return coarse(tags[index]) in kinds and verb in lexicon().lemmas(tokens.words[index], "VERB")


def _with_object(tokens: Tokens, tags: list[str], noun: int) -> tuple[int, int, str] | None:
    verb = _pairs()[_nouns()[tokens.words[noun]]]
    article = noun - 1
    if article > 0 and coarse(tags[article]) == "ADJ":
        article -= 1
    if article < 1 or tokens.words[article] not in _ARTICLES or not tokens.spaced(article - 1):
        return None
    if tokens.words[article] not in _OWN and verb in _NOT_WITH_ARTICLE:
        return None
    if not _is_verb(tokens, tags, article - 1, verb):
        return None
    if coarse(tags[article - 1]) == "PPAST" and not _has_avoir(tokens, article - 1):
        return None
    return article - 1, noun, verb


def _has_avoir(tokens: Tokens, participle: int) -> bool:
    """Whether *avoir* stands before the participle: « les appels lancés par l’appelant » has none."""
    before = tokens.words[max(0, participle - 3) : participle]
    return any("avoir" in lexicon().lemmas(word, "VERB") for word in before)


def _with_subject(tokens: Tokens, tags: list[str], noun: int) -> tuple[int, int, str] | None:
    if noun + 1 >= len(tokens) or tokens.words[noun - 1] not in _ARTICLES or not tokens.spaced(noun):
        return None
    verb = _pairs()[_nouns()[tokens.words[noun]]]
    if coarse(tags[noun]) != "NOUN" or not _is_verb(tokens, tags, noun + 1, verb, frozenset(_FINITE)):
        return None
    return noun - 1, noun + 1, verb
