"""Two sentences run together: a function word with a capital in mid-sentence."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_CLAUSE = (
    "il ils elle elles on je nous j’ c’ cela ce cet cette ces ceci ça et mais car donc quand lorsque puisque "
    "si cependant toutefois pourtant ainsi alors ensuite puis enfin aussi"
).split()
_POSSESSIVES = "son sa ses leur leurs notre nos votre vos".split()
_ARTICLES = "le la les l’ un une des".split()
_PREPOSITIONS = "dans pour par avec sans selon après avant depuis pendant malgré afin au aux du".split()
_PLAIN = (
    "vous qui que où dont comme tout toute tous toutes plusieurs certains chaque aucun aucune en de".split()
)

_ADVERBS = (
    "auparavant désormais maintenant aujourd’hui hier malheureusement heureusement finalement actuellement "
    "récemment bientôt néanmoins outre grâce lors jusqu’ jusque"
).split()
_AFTER_SEMICOLON = frozenset((*_ADVERBS, *_CLAUSE, *_POSSESSIVES, *_ARTICLES, *_PREPOSITIONS, *_PLAIN))
# Lists of titles, « Tintin, Les bijoux de la Castafiore », begin with articles and prepositions.
# Verse begins its lines with a capital behind the comma of the last: « …votre défense, Et leur assurai… ».
_VERSE = {"et", "on", "nous", "vous", "notre", "car", "mais"}
_AFTER_COMMA = frozenset((*_CLAUSE, *_POSSESSIVES, "qui", "que", "dont", "où", "comme")) - _VERSE
_AFTER_CONJUNCTION = frozenset((*_CLAUSE, *_POSSESSIVES, *_ARTICLES))
_AFTER_PREPOSITION = frozenset(("un", "une", *_POSSESSIVES, "ces", "cette", "cet"))
# Names, where no word before asks for a clause: « le juge Car », the magazine *Elle*, « Ça » by King.
_AFTER_WORD = frozenset(_CLAUSE) - {"si", "car", "ça", "elle", "ce", "aussi"}

_WORDS = "|".join(
    sorted((w.capitalize().replace("’", "['’]") for w in _AFTER_SEMICOLON), key=len, reverse=True)
)
_CANDIDATE = re.compile(
    rf"(?<=[\w,;][ \u00a0\u202f])(?P<word>{_WORDS})(?:(?<=['’])|,?[ \u00a0\u202f])"
    r"(?P<next>[a-zß-öø-ÿœ]\w*)"
)
# « et … L’accord »: no sentence ends in these words, so none begins behind the ellipsis.
_AFTER_ELLIPSIS = re.compile(
    r"\b(?:et|mais|que|ou|car|de|à|le|la|les|un|une|des|du)[ \u00a0\u202f]?(?:…|\.\.\.)[ \u00a0\u202f]?"
    r"(?P<word>L['’]|(?:Les?|La|Une?|Des|Ils?|Elles?|Ce|Cette|Ces|Nous|On)(?=[ \u00a0]))"
)
_BEFORE = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*|[,;]|.)[ \u00a0\u202f]+$", re.DOTALL)
_CONJUNCTIONS = frozenset("que car mais lorsque quand puisque parce tandis".split())
_LEADING_PREPOSITIONS = frozenset("sur par avec contre selon malgré depuis pour".split())
# What titles and names follow: « le film Il était une fois », « de Je suis partout ».
_NAMING = re.compile(
    r"(?:de|du|des|dans|à|au|aux|le|la|les|un|une|son|sa|ses|ce|cette|leur|chez|sur|pour|par|avec|contre|comme|ou"
    r"|telles?|tels?|(?:inti|ti)tulée?s?|nommée?s?|appel\w+|baptisée?s?|dite?s?|titrée?s?|romans?|livres?|films?|chansons?"
    r"|titres?|albums?|singles?|émissions?|séries?|magazines?|journa(?:l|ux)|revues?|pièces?|tubes?|essais?|ouvrages?"
    r"|poèmes?|recueils?|groupes?|mots?|collectifs?|associations?|mouvements?|partis?|programmes?|opérations?|campagnes?"
    r"|hymnes?|slogans?|pronoms?|spectacles?|conférences?|comédies?|documentaires?|marques?|sites?|projets?|chaînes?|listes?)"
)
_ENGLISH = frozenset("the of to my your is in you it and for be am was".split())


class RunOnSentence(Rule):
    """A function word with a capital in the middle of a sentence: *a-t-il dit avant Il est parti*.

    Either a full stop was lost, or a sentence was inserted into another with its capital.  Reported are
    pronouns, conjunctions, determiners and prepositions with a capital and a word in lower case behind them,
    after a semicolon, after a comma, or after a word in lower case; the less likely the word is to begin a
    title, the less it needs before it.

    Left alone: what follows a colon, an ellipsis (but for « et … Il »), an opening quotation mark, a dash, a bracket or
    a number; the first word after a salutation (*Chère Madame, Nous avons…*); lists after a colon; titles and names
    (*le film Il était une fois*, *Le Monde*).
    """

    code = "SEG102"
    name = "run-on-sentence"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="capital in mid-sentence", fr="majuscule au milieu de la phrase")
    message = Bilingual(
        en="The capital of {text} stands in mid-sentence: was a full stop lost?",
        fr="La majuscule de {text} tombe au milieu d’une phrase : manque-t-il un point ?",
    )
    bad = (
        Bad("Le ministre a salué la foule avant ⟦Il⟧ est parti.", ("il",)),
        Bad("Elle a tout appris de son mari; ⟦Et⟧ maintenant elle dirige la ferme.", ("et",)),
        Bad("Les secours sont restés sur place, ⟦Ils⟧ cherchaient encore des survivants.", ("ils",)),
        Bad("Le préfet affirme que ⟦Ses⟧ services étaient prêts.", ("ses",)),
        Bad("La route est coupée tandis que ⟦L’⟧eau monte encore.", ("l’",)),
        Bad("Les experts comptent sur ⟦Une⟧ baisse des prix.", ("une",)),
        Bad("Le marché a fermé ; ⟦Les⟧ pertes sont lourdes.", ("les",)),
        Bad("La pluie a cessé; ⟦Auparavant⟧, le fleuve avait débordé.", ("auparavant",)),
        Bad("Le plan est simple : tout garder ; ⟦Ensuite⟧ on verra.", ("ensuite",)),
        Bad("Les pourparlers ont échoué et … ⟦L’⟧Italie se retire.", ("l’",)),
        Bad("Il l’a dit après ⟦Il⟧ a signé.", ("il",)),
    )
    good = (
        Good("Il a vu le film Il était une fois et lu La vie devant soi, Les bijoux de la couronne."),
        Good("Chère Madame, Nous avons bien reçu votre lettre."),
        Good("Le maire est clair : Il faut partir. « Et maintenant ? » a-t-il dit – Rien."),
        Good("Pièces à fournir : Une photo ; Un timbre ; Une lettre."),
        Good("Selon Le Monde et le magazine Elle, il aime On the Road et La Haye."),
        Good("Il hésite… Et puis il part. (Il reviendra.)"),
        Good("Le Sénat Adopte Une Réforme Car Il A Raison"),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _CANDIDATE.finditer(text):
            if _is_run_on(match, text):
                start, end = match.span("word")
                yield self.finding(segment, start, end, match["word"].lower())
        for match in _AFTER_ELLIPSIS.finditer(text):
            yield self.finding(segment, *match.span("word"), match["word"].lower())


def _is_run_on(match: re.Match[str], text: str) -> bool:
    found = _BEFORE.search(text, max(0, match.start() - 40), match.start())
    if found is None or match["next"] in _ENGLISH:
        return False
    before, word = found.group(1), match["word"].lower().replace("'", "’")
    if before == ";":
        return word in _AFTER_SEMICOLON and not _in_list(text, found.start())
    if before == ",":
        # « Flammarion, J’ai lu »: a publisher.
        return (
            word in _AFTER_COMMA
            and not text.startswith("ai lu", match.start("next"))
            and not _is_salutation(text, found.start())
        )
    # A name before it makes a title likely: « Joan Baez Et maintenant ».
    if not before[0].islower() or len(before) < 2:
        return False
    if before == "et":
        return word in _CLAUSE
    if before in _CONJUNCTIONS:
        return word in _AFTER_CONJUNCTION
    if before in _LEADING_PREPOSITIONS:
        return word in _AFTER_PREPOSITION
    return word in _AFTER_WORD and not _NAMING.fullmatch(before)


def _in_list(text: str, semicolon: int) -> bool:
    colon = text.rfind(":", 0, semicolon)
    items = colon >= 0 and not re.match(r"[ \u00a0\u202f]*[a-zà-ÿœ]", text[colon + 1 : semicolon])
    return items or "&" in text[max(0, semicolon - 8) : semicolon]


def _is_salutation(text: str, comma: int) -> bool:
    """Whether the comma closes the first words of a line or sentence."""
    return len(re.split(r"[.!?…]\s", text[:comma])[-1].split()) <= 3
