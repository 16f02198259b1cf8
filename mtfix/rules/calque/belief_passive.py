"""The person or thing believed as the subject of a passive with an infinitive."""

import re
from collections.abc import Iterator

from mtfix.french.elision import elides
from mtfix.french.inflection import conjugate
from mtfix.french.lexicon import Number, lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.dative_passive import passive_auxiliary
from mtfix.text import Segment

# Participles that French does not follow with an infinitive (unlike *censé, supposé, réputé, présumé*).
_BELIEF = re.compile(
    r"(?:cru|dit|pensé|rapporté|signalé|estimé|allégué|considéré|connu|soupçonné|suspecté|prouvé|montré"
    r"|découvert|déclaré|perçu|prédit|projeté)e?s?|compris(?:es?)?"
)
_EXPECTED = re.compile(r"attendu(?:e?s?)")
# What nobody is awaited for: states and changes, not acts.
_STATES = frozenset(
    "être avoir rester demeurer devenir augmenter baisser diminuer reculer grimper croître progresser "
    "atteindre dépasser durer coûter chuter ralentir représenter générer entraîner provoquer stimuler "
    "contenir inclure comprendre aggraver améliorer s’améliorer s’aggraver bondir tomber descendre "
    "redescendre remonter accélérer doubler tripler rapporter engendrer fournir apporter "
    "commencer débuter continuer disparaître survenir".split()
)
_PRESENT = "pres"


class BeliefPassive(Rule):
    """*Is believed to have sunk*, word for word: a passive of belief or report with an infinitive.

    French does not say *le cargo est cru avoir sombré*: these verbs have no passive with an infinitive.  It
    uses the conditional of hearsay (*le cargo aurait sombré*), or *on croit que*.  Reported: être, a
    participle of believing or saying, and an infinitive right behind; *être attendu pour* or *à* before a
    verb that tells a state or a change (*les prix sont attendus pour grimper* → *devraient grimper*).

    Left alone: *censé, supposé, réputé, présumé être*, which are French; reflexive verbs (*il s’est dit
    être prêt*); *connu pour*; people awaited for an act (*le ministre est attendu pour signer*).
    """

    code = "CAL704"
    name = "belief-passive"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.85
    title = Bilingual(en="belief passive", fr="passif d’opinion calqué")
    message = Bilingual(
        en="English passive of belief: French uses the conditional, “devoir” or “on … que”.",
        fr="Passif d’opinion calqué sur l’anglais : conditionnel, « devoir » ou « on … que ».",
    )
    bad = (
        Bad("Le voilier ⟦est cru avoir⟧ coulé au large.", ("aurait",)),
        Bad("Les otages ⟦sont dits être⟧ en bonne santé.", ("seraient",)),
        Bad("L’homme ⟦est soupçonné avoir⟧ volé la caisse.", ("aurait",)),
        Bad("Ces îles ⟦sont pensées abriter⟧ des trésors.", ("abriteraient",)),
        Bad("L’ancien maire ⟦était rapporté être⟧ à l’étranger."),
        Bad("Six marins ⟦étaient crus s’être⟧ noyés.", ("se seraient",)),
        Bad("Les loyers ⟦sont attendus pour augmenter⟧ de 3 %.", ("devraient augmenter",)),
    )
    good = (
        Good("Le suspect est censé être en prison et le vin est réputé avoir vieilli."),
        Good("Il s’est dit être prêt ; elle s’est crue perdue."),
        Good("Le ministre est attendu pour signer l’accord. Il est connu pour avoir refusé."),
        Good("Tout est dit. Être ou avoir, voilà la question."),
        Good("Il est dit dans la Bible que Dieu est patient."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        for index in range(1, len(words) - 1):
            if _BELIEF.fullmatch(words[index]):
                infinitive = index + 1
            elif _EXPECTED.fullmatch(words[index]) and words[index + 1] in ("pour", "à"):
                infinitive = index + 2
            else:
                continue
            infinitive += infinitive < len(words) and words[infinitive] in ("se", "s’")
            if infinitive >= len(words) or not _is_infinitive(context.tags(segment), tokens, infinitive):
                continue
            auxiliary = passive_auxiliary(tokens, context.tags(segment), index)
            expected = words[index + 1] in ("pour", "à")
            if auxiliary is None or (expected and _whole(tokens, infinitive) not in _STATES):
                continue
            fix = _suggestion(tokens, auxiliary, index, infinitive, context.apostrophe)
            start, end = tokens.starts[auxiliary], tokens.ends[infinitive]
            yield self.finding(segment, start, end, *((fix,) if fix else ()))


def _is_infinitive(tags: list[str], tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    is_verb = any(a.tense == "inf" for a in lexicon().analyses(word))
    return coarse(tags[index]) == "INF" and is_verb and tokens.surface(index).islower()


def _suggestion(
    tokens: Tokens, auxiliary: int, participle: int, infinitive: int, apostrophe: str
) -> str | None:
    """The conditional in place of the whole passive; None where tense or an adverb leaves a doubt."""
    if participle - auxiliary != 1 or not tokens.starts[auxiliary] or tokens.words[auxiliary - 1] == "n’":
        return None
    finite = [a for a in lexicon().analyses(tokens.words[auxiliary]) if a.lemma == "être"]
    if not finite or finite[0].person not in (0, 3):
        return None
    number: Number = "p" if finite[0].number == "p" else "s"
    verb = tokens.words[infinitive]
    reflexive = tokens.words[infinitive - 1] in ("se", "s’")
    perfect = verb == "avoir" or (verb == "être" and reflexive)
    if finite[0].tense != _PRESENT and not perfect:
        return None
    if tokens.words[participle + 1] in ("pour", "à"):
        auxiliary_verb = conjugate("devoir", "cond", 3, number)
        return f"{auxiliary_verb} {tokens.between(participle + 2, infinitive)}"
    if tokens.words[participle].startswith("considéré"):
        gerund = {"être": "étant", "avoir": "ayant"}.get(verb)
        return f"{tokens.between(auxiliary, participle)} comme {gerund}" if gerund else None
    form = conjugate(verb, "cond", 3, number)
    if form is None or not reflexive:
        return form
    return f"s{apostrophe}{form}" if elides(form) else f"se {form}"


def _whole(tokens: Tokens, infinitive: int) -> str:
    """The infinitive with its reflexive pronoun, if it has one: `s’améliorer`."""
    before = tokens.words[infinitive - 1]
    return f"{before}{tokens.words[infinitive]}" if before == "s’" else tokens.words[infinitive]
