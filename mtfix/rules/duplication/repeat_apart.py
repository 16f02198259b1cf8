"""A phrase that stands twice in a sentence, apart."""

from collections.abc import Iterator

from mtfix.french.tokens import Tokens
from mtfix.french.words import AUXILIARIES, PREPOSITIONS, PRONOUNS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.duplication.repeats import Repeat, content_words, repetitions, sentence_bounds
from mtfix.rules.duplication.source_repeats import is_repeated_in_source
from mtfix.text import Segment

# What opens an adverbial of a whole clause: said once, it holds for the sentence.
_OPENERS = frozenset(
    "selon depuis lors après avant pendant durant malgré grâce suivant concernant devant face aux au à en sous dans "
    "d’ toute tout ce cette".split()
)
# Places and circumstances that good sentences name twice unless they are long.
_WEAK_OPENERS = frozenset("aux au à en sous dans devant d’ face toute tout ce cette".split())
_CONTRAST = frozenset("et ou ni mais que qu’ comme puis soit plus moins non pas même aussi encore".split())
_ARTICLES = frozenset("le la les l’ un une".split())
_CLOSERS = frozenset(', . ; : ! ? … ) » ” "'.split())
_SAYING = frozenset(
    "dit déclaré affirmé assuré ajouté expliqué estimé indiqué annoncé précisé souligné rapporté confirmé".split()
)
_AFTER_FIRST = (PREPOSITIONS - {"de", "d’", "du", "des"}) | AUXILIARIES | PRONOUNS | {","}


class RepeatApart(Rule):
    """An adverbial or an attribution that one sentence gives twice, apart.

    « Selon la mairie, deux ponts ont cédé selon la mairie. »  Only phrases that hold for the whole sentence
    count: adverbials with their preposition, of which the second copy ends the clause, and attributions.

    Left alone: noun phrases and their complements, which sentences repeat freely; enumerations, contrasts
    (« avant la guerre comme après la guerre ») and copies in two quotations.
    """

    code = "DUP004"
    name = "repeat-apart"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.85
    title = Bilingual(en="same phrase twice in one sentence", fr="même groupe deux fois dans la phrase")
    message = Bilingual(
        en="“{phrase}” has already been said in this sentence.",
        fr="« {phrase} » a déjà été dit dans cette phrase.",
    )
    bad = (
        Bad("Selon la mairie, deux ponts ont cédé⟦ selon la mairie⟧.", ("",)),
        Bad("Après l’échec des discussions, la grève reprend⟦, après l’échec des discussions⟧.", ("",)),
        Bad("Depuis le début du mois, les prix ont doublé⟦ depuis le début du mois⟧.", ("",)),
        Bad("⟦Le rapport de dix pages, ⟧Jean Petit, a résumé le rapport de dix pages hier.", ("",)),
        Bad("Le vol, a assuré la compagnie, partira à midi⟦, a assuré la compagnie⟧.", ("",)),
    )
    good = (
        Good("Avant la guerre comme après la guerre, le port a tourné."),
        Good("Le président de la République a reçu l’ancien président de la République."),
        Good("Dans la ville haute et dans la ville basse, l’eau manque."),
        Good("Depuis le début de la crise, rien ne va ; depuis le début de l’année, tout empire."),
        Good(
            "Après la guerre, la ville a grandi, et sa rivale est née après la guerre.",
            source="After the war the city grew, and its rival was born after the war.",
        ),
        Good("Selon la police, ils étaient dix mille ; selon la mairie, ils étaient trente mille."),
        Good("Il est né à Lyon et il est mort à Lyon."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for repeat in context.cached(repetitions, segment).repeats:
            if repeat.adjacent or not repeat.exact or _in_contrast(tokens, repeat):
                continue
            if is_repeated_in_source(segment, context, repeat):
                continue
            if _is_stray_subject(tokens, repeat, segment, context):
                yield self._stray(segment, tokens, repeat)
                continue
            counts = _is_adverbial(tokens, repeat) or _is_attribution(tokens, repeat)
            if counts and _stands_alone(tokens, repeat, segment, context):
                yield self._finding(segment, tokens, repeat)

    def _stray(self, segment: Segment, tokens: Tokens, repeat: Repeat) -> Finding:
        phrase = tokens.between(repeat.first, repeat.first_end - 1)
        return self.finding(
            segment, tokens.starts[repeat.first], tokens.starts[repeat.first_end + 1], "", phrase=phrase
        )

    def _finding(self, segment: Segment, tokens: Tokens, repeat: Repeat) -> Finding:
        before = repeat.second - 1
        closed = repeat.second_end >= len(tokens) or tokens.words[repeat.second_end] != ","
        start = tokens.starts[before] if tokens.words[before] == "," and closed else tokens.ends[before]
        phrase = tokens.between(repeat.second, repeat.second_end - 1)
        return self.finding(segment, start, tokens.ends[repeat.second_end - 1], "", phrase=phrase)


def _is_stray_subject(tokens: Tokens, repeat: Repeat, segment: Segment, context: Context) -> bool:
    """« Le rapport de dix pages, Jean Petit, a rédigé le rapport de dix pages »: the object said first, by mistake."""
    start, end = repeat.first, repeat.first_end
    if (
        start not in {first for first, _ in sentence_bounds(segment, context)}
        or tokens.words[start] not in _ARTICLES
    ):
        return False
    lower = all(tokens.surface(i).islower() for i in range(start + 1, end))
    apposed = tokens.words[end] == "," and tokens.surface(end + 1)[0].isupper()
    return lower and apposed and content_words(tokens, start, end) >= 2 and repeat.second - end > 3


def _is_adverbial(tokens: Tokens, repeat: Repeat) -> bool:
    opener = tokens.words[repeat.first]
    content = content_words(tokens, repeat.first, repeat.first_end)
    if opener not in _OPENERS or repeat.first_end - repeat.first < 3:
        return False
    return content >= (2 if opener in _WEAK_OPENERS else 1)


def _is_attribution(tokens: Tokens, repeat: Repeat) -> bool:
    words = tokens.words[repeat.first : repeat.first_end]
    return len(words) >= 3 and words[0] in AUXILIARIES and words[1] in _SAYING


def _in_contrast(tokens: Tokens, repeat: Repeat) -> bool:
    between = tokens.words[repeat.first_end : repeat.second]
    return bool(between) and (
        between[-1] in _CONTRAST or any(mark in between for mark in (";", "«", "“", '"', "»"))
    )


def _stands_alone(tokens: Tokens, repeat: Repeat, segment: Segment, context: Context) -> bool:
    """Whether both copies are whole phrases: the second ends its clause, the first is not continued."""
    ends_clause = repeat.second_end >= len(tokens) or tokens.words[repeat.second_end] in _CLOSERS
    if not ends_clause or tokens.words[repeat.first_end] not in _AFTER_FIRST | _CLOSERS:
        return False
    opens = {start for start, _ in sentence_bounds(segment, context)}
    return repeat.first in opens or tokens.words[repeat.first - 1] not in _CONTRAST
