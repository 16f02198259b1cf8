"""A line or sentence with the capitals of an English title."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_FEWEST = 4
_SHARE = 0.8
# Institutions that keep their capital in French.
_CAPITAL = frozenset(
    "sénat parlement état états élysée matignon bourse constitution assemblée église maison-blanche kremlin pentagone "
    "internet dieu congrès bundestag knesset douma sorbonne noël pâques ramadan".split()
)
_IN_NAMES = frozenset("le la les l’ de d’ un une en saint ben al el du des".split())
_CAMEL = re.compile(r"[^\W\d_][a-zà-ÿ]+(?:[’'-][^\W\d_]+)*")


class TitleCase(Rule):
    """*The Senate Adopts the Reform*: a heading with an English capital on every word.

    French headings take a capital on the first word and on names only (Imprimerie nationale, *Lexique des
    règles typographiques*).  Reported: a sentence or line of four words or more where nearly all common
    nouns, verbs and adjectives have a capital, and one capital stands on a verb form, a preposition or
    another word that no name begins with.  The suggestion writes them in lower case, except names, acronyms
    and what the lexicon does not know.

    Left alone: lines in capitals throughout, lists of names, titles in other languages, short lines.
    """

    code = "CAP911"
    name = "title-case"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="title case", fr="majuscules de titre anglais")
    message = Bilingual(
        en="French headings have a capital on the first word and on names only.",
        fr="Un titre français ne prend la majuscule qu’au premier mot et aux noms propres.",
    )
    bad = (
        Bad(
            "⟦Le Parlement Rejette La Motion De Censure⟧",
            ("Le Parlement rejette la motion de censure",),
        ),
        Bad(
            "⟦Les Enseignants Demandent une Hausse des Salaires⟧",
            ("Les enseignants demandent une hausse des salaires",),
        ),
        Bad(
            "⟦Comment Choisir Votre Nouveau Vélo⟧",
            ("Comment choisir votre nouveau vélo",),
        ),
        Bad(
            "⟦L’Armée Ouvre Le Feu À Bamako⟧",
            ("L’armée ouvre le feu à Bamako",),
        ),
        Bad("⟦Le Parlement Européen Rejette Le Budget⟧", ("Le Parlement européen rejette le budget",)),
        Bad("⟦Pourquoi Baissera L’Eau du Lac⟧ ?", ("Pourquoi baissera l’eau du lac",)),
    )
    good = (
        Good("Le Parlement rejette la motion de censure"),
        Good("LE PARLEMENT REJETTE LA MOTION DE CENSURE"),
        Good("Jean Dupont, Marie Blanc, Pierre Petit"),
        Good("The Lord of the Rings: The Return of the King"),
        Good("Société Générale de Belgique"),
        Good("Il a lu Le Rouge et le Noir, puis La Chartreuse de Parme."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        capitals = sum(map(str.isupper, segment.target))
        # In running text one word in eight has a capital, in a title most have.
        if capitals < max(_FEWEST, segment.target.count(" ") / 3):
            return
        tokens = context.tokens(segment)
        for sentence in context.sentences(segment):
            inside = [
                i
                for i, start in enumerate(tokens.starts)
                if sentence.start <= start < sentence.end and tokens.is_word(i)
            ]
            if len(inside) >= _FEWEST and _is_title(tokens, inside):
                start, end = tokens.starts[inside[0]], tokens.ends[inside[-1]]
                text = tokens.text[start:end]
                fix = _lowered(tokens, inside)
                if fix != text:
                    yield self.finding(segment, start, end, fix)


def _is_title(tokens: Tokens, inside: list[int]) -> bool:
    common = [i for i in inside[1:] if _is_common(tokens, i)]
    content = [i for i in common if tokens.words[i] not in FUNCTION_WORDS]
    capital = [i for i in content if _CAMEL.fullmatch(tokens.surface(i)) and tokens.surface(i)[0].isupper()]
    if len(capital) < _FEWEST - 2 or len(capital) < _SHARE * len(content):
        return False
    unknown = sum(not lexicon().analyses(tokens.surface(i)) for i in inside)
    return unknown * 3 <= len(inside) and any(_tells(tokens, i) for i in common)


def _tells(tokens: Tokens, index: int) -> bool:
    """Whether the word has a capital that no name begins with: a verb form, a preposition."""
    word, surface = tokens.words[index], tokens.surface(index)
    if not surface[0].isupper():
        return False
    if word in FUNCTION_WORDS:
        return word not in _IN_NAMES and tokens.spaced(index - 1)
    known = lexicon().analyses(word) if len(word) >= _FEWEST else ()
    return any(a.pos == "VERB" for a in known) and not any(a.pos in ("NOUN", "ADJ", "NAME") for a in known)


def _is_common(tokens: Tokens, index: int) -> bool:
    """Whether the word in capitals is known in lower case and as no name."""
    surface, word = tokens.surface(index), tokens.words[index]
    if word in _CAPITAL:
        return False
    if word in FUNCTION_WORDS:
        return True
    known = lexicon().analyses(word)
    named = any(a.pos == "NAME" or a.kind == "demonym" for a in lexicon().analyses(surface))
    return bool(known) and not named


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """Whether it is an adjective of nationality behind a noun: *Parlement Européen*."""
    if tokens.words[index - 1] in FUNCTION_WORDS or not tokens.spaced(index - 1):
        return False
    demonym = any(a.kind == "demonym" for a in lexicon().analyses(tokens.surface(index)))
    return demonym and lexicon().can_be(tokens.words[index], "ADJ")


def _has_capital(surface: str) -> bool:
    """`Eau`, `L’` or `À`, but no acronym."""
    return surface[0].isupper() and not (len(surface.rstrip("’'")) > 1 and surface.isupper())


def _lowered(tokens: Tokens, inside: list[int]) -> str:
    start = tokens.starts[inside[0]]
    text = list(tokens.text[start : tokens.ends[inside[-1]]])
    for index in inside[1:]:
        surface = tokens.surface(index)
        if (_is_common(tokens, index) or _is_adjective(tokens, index)) and _has_capital(surface):
            at = tokens.starts[index] - start
            text[at : at + len(surface)] = surface.lower()
    return "".join(text)
