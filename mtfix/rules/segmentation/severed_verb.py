"""A verb that a comma cuts off from its subject: `Les discours du ministre hier, a relancé le débat`."""

from collections.abc import Iterator

from mtfix.french.clauses import finite_readings, is_finite, may_be_finite
from mtfix.french.inflection import conjugate
from mtfix.french.lexicon import Number, lexicon
from mtfix.french.tagging import features
from mtfix.french.tokens import Tokens
from mtfix.french.words import DAYS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_ENDS = frozenset(".!?…;:")
_CLITICS = frozenset("ne n’ se s’ me m’ lui leur y le la l’ les nous vous".split())
_TIMES = frozenset((*DAYS, *MONTHS)) | frozenset(
    "an ans année années mois semaine semaines jour jours journée matin matinée soir soirée nuit heure heures siècle "
    "siècles fois lendemain veille moment instant printemps été automne hiver week-end temps minute minutes "
    "instants".split()
)
_SAYING = frozenset(
    "dire affirmer déclarer ajouter expliquer assurer estimer juger indiquer préciser souligner rappeler noter "
    "répondre lancer reconnaître annoncer conclure poursuivre écrire répéter penser croire sembler paraître confier "
    "raconter observer insister rapporter résumer confirmer faire murmurer crier demander soupirer avertir prévenir "
    "titrer commenter témoigner plaider prédire ironiser révéler aller".split()
)
# What things and events do, and no one says: the verb is no attribution (*…, a constaté le maire*).
_EFFECTS = frozenset(
    "remettre couvrir relancer provoquer causer entraîner tuer blesser détruire déclencher forcer obliger contraindre "
    "menacer toucher frapper aggraver augmenter réduire créer ouvrir fermer mettre rendre donner bloquer paralyser "
    "affecter endommager alimenter renforcer affaiblir choquer attirer pousser laisser coûter changer modifier plonger "
    "emporter priver bouleverser compliquer retarder conduire amener éviter".split()
)
_COMPOUND = {"a": "s", "avait": "s", "aura": "s", "ont": "p", "avaient": "p", "auront": "p"}
_SUBORDINATE = frozenset(
    "que qu’ qui dont où si s’ comme quand lorsque lorsqu’ puisque puisqu’ quoi quel quelle quels quelles car mais "
    "ni ou".split()
)
_MARKS = frozenset('«»“”"()[]–—-/:%…*•')
_COMMA_ALONE = 0.7
_SHORTEST = 3


class SeveredVerb(Rule):
    """A verb without subject behind a comma: *Les discours du ministre hier, a relancé le débat*.

    The subject stands before the comma and needs no comma, or has another number than the verb.  Reported is
    a sentence that begins with a noun phrase, without a verb, up to its first comma, and goes on with a finite
    verb in the third person; also a second verb of effect that does not agree with the subject of the first.

    Where subject and verb agree, the comma alone is wrong, as it often is with people: those are in preview.

    Left alone: an apposition between two commas (*Le maire, élu en mai, a …*), enumerations, inverted
    attributions (*« Un échec », a dit le maire*), a date or time with its subject behind the verb (*Le 3 mai,
    est né…*), relative clauses before the comma, quotations and brackets.
    """

    code = "SEG103"
    name = "severed-verb"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    doubtful_below = 0.8
    title = Bilingual(en="verb cut off from its subject", fr="verbe coupé de son sujet")
    message = Bilingual(
        en="{text}: the comma cuts the verb off from its subject.",
        fr="{text} : la virgule sépare le verbe de son sujet.",
    )
    bad = (
        Bad("Les discours du ministre hier⟦, a⟧ relancé le débat sur les retraites.", (" ont",)),
        Bad("La décision du tribunal de Lyon⟦, a⟧ surpris les avocats.", (" a",)),
        Bad("Les propos tenus au conseil et partagés en ligne⟦, avait⟧ choqué la ville.", (" avaient",)),
        Bad("Le chef de la police municipale⟦, ne savait⟧ rien de l’affaire.", (" ne savait",)),
        Bad("Les vagues ont franchi la digue du port hier soir⟦, a⟧ détruit trois maisons."),
    )
    good = (
        Good("Le maire, élu en mai, a relancé le débat. Le maire, le préfet, les pompiers, ont agi."),
        Good("« Un échec complet », a dit le maire. Un échec complet, a dit le maire."),
        Good("Le 3 mai, est né un garçon. La semaine suivante, ont défilé les infirmières."),
        Good("Le conseil qui siège à Lyon, a voté. Dans la salle du conseil, régnait le calme."),
        Good("Les deux villes, sont-elles prêtes ?"),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if "," not in segment.target:
            return
        tokens = context.tokens(segment)
        words = tokens.words
        starts = context.sentence_starts(segment)
        open_start: int | None = None
        for index, word in enumerate(words):
            if tokens.starts[index] in starts:
                open_start = index
            if word == "," and open_start is not None:
                verb = _severed(tokens, context.tags(segment), open_start, index)
                if verb is not None:
                    yield self._found(segment, tokens, context.tags(segment), open_start, index, verb)
                elif _left_over(tokens, context.tags(segment), open_start, index):
                    yield self.finding(segment, tokens.starts[index], tokens.ends[index + 1])
                open_start = None

    def _found(
        self, segment: Segment, tokens: Tokens, tags: list[str], start: int, comma: int, verb: int
    ) -> Finding:
        words = tokens.words
        plural = features(tags[verb])[-1:] == "p"
        number = _number(tokens, tags, start, comma)
        form: str | None = tokens.surface(verb)
        if number and (number == "p") != plural:
            found = {
                conjugate(a.lemma, a.tense, 3, number) for a in finite_readings(words[verb]) if a.person == 3
            }
            form = found.pop() if len(found) == 1 else None
        clitics = tokens.text[tokens.starts[comma + 1] : tokens.starts[verb]]
        if clitics.endswith(("'", "’")) and form and form[0] not in "aeiouéèêh":
            form = None
        suggestions = [f" {clitics}{form}"] if form and number else []
        agrees = not number or (number == "p") == plural
        return self.finding(
            segment,
            tokens.starts[comma],
            tokens.ends[verb],
            *suggestions,
            confidence=_COMMA_ALONE if agrees else None,
        )


def _severed(tokens: Tokens, tags: list[str], start: int, comma: int) -> int | None:
    """The verb behind the comma, if the sentence up to the comma is nothing but its subject."""
    words = tokens.words
    if comma - start < _SHORTEST or comma + 2 >= len(words) or not tags[start].startswith("DET"):
        return None
    if not tokens.surface(start)[0].isupper() or words[start] in ("de", "d’", "tout", "tous", "toute"):
        return None
    verb = comma + 1
    while verb < len(words) and words[verb] in _CLITICS:
        verb += 1
    if verb >= len(words) - 1 or "-" in words[verb] or not _is_third(tokens, tags, verb):
        return None
    if not all(_belongs(tokens, tags, place) for place in range(start, comma)):
        return None
    if _is_time(tokens, tags, start, comma) or _has_other_subject(tokens, tags, verb):
        return None
    return verb


def _left_over(tokens: Tokens, tags: list[str], start: int, comma: int) -> bool:
    """Whether a result follows whose verb has another number than all those before the comma."""
    words = tokens.words
    if comma + 3 >= len(words) or comma - start < _SHORTEST or not tags[start].startswith("DET"):
        return False
    number = _COMPOUND.get(words[comma + 1])
    if (
        number is None
        or not tokens.surface(start)[0].isupper()
        or words[comma + 1] != tokens.surface(comma + 1)
    ):
        return False
    place = comma + 2 + (tags[comma + 2] == "ADV")
    effect = any(a.lemma in _EFFECTS for a in lexicon().analyses(words[place]) if a.tense == "ppast")
    if not effect or not tags[place].startswith("PPAST") or not _MARKS.isdisjoint(words[start:comma]):
        return False
    numbers = {features(tags[i])[-1:] for i in range(start, comma) if tags[i].startswith(("VERB.3", "AUX.3"))}
    return len(numbers) == 1 and number not in numbers and features(tags[start])[-1:] in numbers


def _is_third(tokens: Tokens, tags: list[str], verb: int) -> bool:
    readings = finite_readings(tokens.words[verb])
    return (
        is_finite(tokens, tags, verb)
        and features(tags[verb]).startswith("3")
        and not any(a.lemma in _SAYING for a in readings)
        and any(a.tense in ("pres", "impf", "past", "fut", "cond") for a in readings)
        and tokens.surface(verb).islower()
    )


def _belongs(tokens: Tokens, tags: list[str], place: int) -> bool:
    """Whether the token can stand in a subject without a clause of its own."""
    word = tokens.words[place]
    if word in _SUBORDINATE or word in _MARKS or word in _ENDS:
        return False
    if tags[place].startswith(("VERB", "AUX", "PRON", "PUNCT", "INF", "PPRES")):
        return False
    return not (may_be_finite(tokens, tags, place) and tags[place].startswith("NAME"))


def _is_time(tokens: Tokens, tags: list[str], start: int, comma: int) -> bool:
    """Whether the phrase says when: its head is a time or a date."""
    for place in range(start, comma):
        if tags[place].startswith("PREP"):
            return False
        if tokens.words[place] in _TIMES or tokens.words[place].isdigit():
            return True
        if tags[place].startswith("NOUN"):
            return False
    return False


def _has_other_subject(tokens: Tokens, tags: list[str], verb: int) -> bool:
    """Whether the verb can have its subject behind it: *a été signé un accord*, *régnait le calme*."""
    words = tokens.words
    if _attributes(tokens, tags, verb):
        return True
    for place in range(verb + 1, min(verb + 5, len(words))):
        if tags[place].startswith(("DET", "PRON.1", "PRON.3", "NAME")):
            passive = any(word in ("été", "né", "née", "mort") for word in words[verb:place])
            transitive = any(
                a.verb is not None and a.verb.transitive for a in finite_readings(words[verb])
            ) and not tags[verb].startswith("AUX")
            compound = words[verb] in ("a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient")
            return passive or not (transitive or compound)
        if tags[place].startswith("PUNCT"):
            return False
    return False


def _attributes(tokens: Tokens, tags: list[str], verb: int) -> bool:
    """Whether what stands before the comma can be said by what follows: *…, a révélé le maire*."""
    words = tokens.words
    for place in range(verb + 1, min(verb + 4, len(words))):
        if tags[place].startswith("PPAST"):
            said = any(a.lemma in _SAYING for a in lexicon().analyses(words[place]) if a.tense == "ppast")
            return said and words[place + 1 : place + 2] not in (["que"], ["qu’"])
        if tags[place] != "ADV":
            break
    near = words[verb + 1 : verb + 7]
    follows = tags[verb + 1].startswith(("DET", "NAME", "PUNCT"))
    return follows and not tags[verb].startswith("AUX") and bool({",", "!", ".", "«"} & set(near))


def _number(tokens: Tokens, tags: list[str], start: int, comma: int) -> Number:
    """The number of the head, where determiner and noun agree and nothing is coordinated; '' if unsure."""
    determiner = features(tags[start])[-1:]
    for place in range(start + 1, comma):
        if tags[place].startswith("NOUN"):
            number = features(tags[place])[-1:]
            joined = any(
                tokens.words[i] in ("et", "ou") and tags[i + 1].startswith("DET")
                for i in range(place, comma - 1)
            )
            if joined or number != determiner:
                return ""
            return "p" if number == "p" else "s" if number == "s" else ""
        if tags[place].startswith("PREP"):
            return ""
    return ""
