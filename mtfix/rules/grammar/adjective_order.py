"""Adjectives in English order, before their noun: `la européenne Commission`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens
from mtfix.french.words import NUMERALS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.grammar.noun_group import DETERMINERS, Pair, nominal, only, plain
from mtfix.text import Segment

# « lourd » and « léger » stand before the noun in a figure (« de lourdes pertes »), never with a machine.
_WEIGHTS = frozenset("lourd léger blindé".split())
_MACHINES = frozenset(
    "char hélicoptère bombardier véhicule engin arme armement artillerie mitrailleuse mitraillette métal camion "
    "avion blindé fusil drone infanterie cavalerie brigade bataillon missile roquette moteur industrie tracteur".split()
)
# Participles that usage does put before the noun, and such as have become nouns or other words.
_BEFORE_NOUN = frozenset(
    "dit présumé prétendu supposé maudit sacré regretté défunt vénéré redouté susdit susmentionné susnommé précité "
    "feu passé vu excepté compris attendu étant fameux damné fichu foutu satané mal-aimé bien-aimé béni honoré "
    "estimé détesté envié rêvé tant prochain dévoué chéri soi-disant autoproclamé ci-joint inattendu renommé "
    "exagéré né repris fini foudroyant prolongé mort invité accusé blessé condamné élu employé réputé célébré "
    "controversé convoité espéré respecté raffiné déclaré avéré".split()
)
# Languages can be named before a noun: « le russe langue officielle ».
_AFTER_LANGUAGE = frozenset("langue idiome texte version mot terme facile courant".split())
_INSTITUTIONS = frozenset(
    "commission parlement union conseil cour banque assemblée sénat congrès chambre église empire fédération "
    "république agence armée gouvernement état ministère ministre président constitution premier communauté".split()
)
_QUANTITIES = frozenset("beaucoup peu trop assez plus moins tant autant pas point jamais sans plein".split())


@lru_cache(maxsize=1)
def _relational() -> frozenset[str]:
    return frozenset(listed("mtfix.rules.grammar", "relational_adjectives.txt"))


class AdjectiveOrder(Rule):
    """An adjective that French puts behind its noun, standing before it as in English: *la européenne Commission*.

    Adjectives that say what a thing belongs to (*européen*, *aérien*, *judiciaire*), those of nations, and participles
    follow the noun: *la Commission européenne*, *des patrouilles aériennes*.  Noun, adjective and determiner must
    agree, so that no other reading is left; the suggestion puts them in order and elides the determiner anew.

    Left alone: adjectives of opinion and rank (*une historique victoire*, *le principal suspect*), participles that
    usage puts first (*le présumé coupable*, *la très attendue réforme*), languages (*le russe langue officielle*),
    words that are nouns as well where they stand for one (*un militaire retraité*), and names.
    """

    code = "GRM801"
    name = "adjective-order"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.93
    title = Bilingual(en="adjective in English order", fr="adjectif placé comme en anglais")
    message = Bilingual(
        en="“{adjective}” follows its noun in French.",
        fr="« {adjective} » se place après le nom.",
    )
    bad = (
        Bad("⟦La européenne Banque⟧ a relevé ses taux.", ("La Banque européenne",)),
        Bad("Ils ont repéré ⟦de aériennes manœuvres⟧ au large.", ("des manœuvres aériennes",)),
        Bad("Une photo de ⟦trois lourds camions⟧ circule.", ("trois camions lourds",)),
        Bad("Il dirige l’audit et ⟦la judiciaire enquête⟧.", ("l’enquête judiciaire",)),
        Bad("⟦L'allemande armée⟧ recrute.", ("L'armée allemande",)),
        Bad("On a déblayé ⟦les détruites maisons⟧ du port.", ("les maisons détruites",)),
    )
    good = (
        Good("La principale banque européenne et une historique victoire."),
        Good("Un militaire retraité et le politique italien ont de lourdes dettes."),
        Good("Le présumé coupable, la maudite guerre, la très attendue réforme."),
        Good("Le russe langue officielle ; le français Air Liquide ; le japonais Sony."),
        Good("Les aériennes de Londres ; la nucléaire, dit-il, est sûre."),
        Good("Une juive allemande et la belge Justine Henin."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        for index in range(1, len(tokens) - 1):
            # The words alone rule out nearly every place; tags cost more.
            if not _may_open(tokens.words[index - 1]) or not _may_be_misplaced(tokens.words[index]):
                continue
            tags = context.tags(segment)
            if not tags[index + 1].startswith("NOUN") or not tags[index].startswith(("ADJ", "PPAST", "NOUN")):
                continue
            if not _opens_group(tokens, tags, index - 1) or not _misplaced(tokens, tags, index):
                continue
            start, end = index - 1, index + 1
            yield self.finding(
                segment,
                tokens.starts[start],
                tokens.ends[end],
                _reordered(tokens, tags, index, context.apostrophe),
                adjective=tokens.surface(index),
            )


@lru_cache(maxsize=100_000)
def _may_be_misplaced(word: str) -> bool:
    """Whether a word can be one of the adjectives or participles that stand behind their noun."""
    analyses = lexicon().analyses(word)
    return any(
        a.kind == "demonym" or a.lemma in _WEIGHTS or a.lemma in _relational()
        for a in analyses
        if a.pos == "ADJ"
    ) or (any(a.tense == "ppast" for a in analyses) and only(word, "PPAST ADJ"))


def _opens_group(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether a determiner, *de* or a numeral stands at the token."""
    word = tokens.words[index]
    return _may_open(word) and (word not in DETERMINERS or tags[index].startswith(("DET", "PREP")))


def _may_open(word: str) -> bool:
    return (
        word in DETERMINERS
        or word in ("de", "d’")
        or word in NUMERALS
        or (word.isdigit() and word != "1" and len(word) < 4)
    )


def _misplaced(tokens: Tokens, tags: list[str], index: int) -> bool:
    adjective, noun = tokens.words[index], tokens.words[index + 1]
    if not tokens.surface(index).islower() or not tokens.spaced(index) or not _is_common(tokens, index + 1):
        return False
    allowed = DETERMINERS.get(tokens.words[index - 1]) or frozenset((("m", "p"), ("f", "p")))
    agreement = allowed & nominal(adjective, False) & nominal(noun, True)
    if not agreement:
        return False
    if index + 2 < len(tokens) and tokens.words[index + 1 : index + 3] == ["mise", "en"]:
        return False
    return _is_relational(tokens, tags, index, agreement) or _is_participle(tokens, tags, index)


def _is_common(tokens: Tokens, place: int) -> bool:
    """Whether the noun is a common one, or an institution with its capital."""
    surface = tokens.surface(place)
    if surface.islower():
        return plain(tokens, place) and len(surface) > 2
    return surface.istitle() and tokens.words[place] in _INSTITUTIONS


def _is_relational(tokens: Tokens, tags: list[str], index: int, agreement: frozenset[Pair]) -> bool:
    adjective, noun = tokens.words[index], tokens.words[index + 1]
    lemmas = {(a.lemma, a.kind) for a in lexicon().analyses(adjective) if a.pos == "ADJ"}
    if any(lemma in _WEIGHTS for lemma, _ in lemmas):
        return not _MACHINES.isdisjoint(lexicon().lemmas(noun, "NOUN")) and _plainly_noun(noun)
    if not any(kind == "demonym" or lemma in _relational() for lemma, kind in lemmas):
        return False
    if lexicon().can_be(adjective, "NOUN"):
        return _not_a_person(tokens, index, agreement)
    return only(noun, "NOUN VERB PPAST ADJ") and (only(noun, "NOUN") or not nominal(noun, False))


def _plainly_noun(noun: str) -> bool:
    return only(noun, "NOUN") or not nominal(noun, False)


def _not_a_person(tokens: Tokens, index: int, agreement: frozenset[Pair]) -> bool:
    """Whether an adjective that can be a noun too (*français*, *militaire*) is one here."""
    noun = tokens.words[index + 1]
    if noun in _INSTITUTIONS or noun.removesuffix("s") in _INSTITUTIONS:
        return True
    if not only(noun, "NOUN VERB") or noun in _AFTER_LANGUAGE:
        return False
    if not _MACHINES.isdisjoint(lexicon().lemmas(noun, "NOUN")):
        return True
    # « le français », « du nucléaire » are things; the feminine and the plural are persons at most, who come with
    # another noun behind only in « des militaires femmes ».
    return agreement <= {("f", "s"), ("f", "p"), ("m", "p")} and not _names_person(noun)


def _names_person(noun: str) -> bool:
    return noun.endswith(
        ("eurs", "eur", "euse", "euses", "iste", "istes", "trice", "trices", "femmes", "femme")
    )


def _is_participle(tokens: Tokens, tags: list[str], index: int) -> bool:
    word = tokens.words[index]
    if not tags[index].startswith(("PPAST", "ADJ")) or not only(word, "PPAST ADJ"):
        return False
    analyses = lexicon().analyses(word)
    if not any(a.tense == "ppast" for a in analyses) or tokens.words[index - 1] in ("de", "d’", "l’"):
        return False
    lemmas = {form for a in analyses for form in _masculine(a.lemma)}
    return _BEFORE_NOUN.isdisjoint(lemmas | {word}) and only(tokens.words[index + 1], "NOUN")


def _masculine(lemma: str) -> tuple[str, str]:
    """The lemma, and the participle of an infinitive in -er."""
    return (lemma, lemma[:-1].removesuffix("e") + "é" if lemma.endswith("er") else lemma)


def _reordered(tokens: Tokens, tags: list[str], index: int, apostrophe: str) -> str:
    adjective, noun = tokens.surface(index), tokens.surface(index + 1)
    opening = tokens.surface(index - 1)
    if tokens.words[index - 1] in ("de", "d’"):
        opening = "des" if _is_partitive(tokens, tags, index - 1) else "de"
    elif tokens.words[index - 1] == "l’":
        feminine = all(gender == "f" for gender, _ in nominal(tokens.words[index + 1], True))
        opening = "la" if feminine else "le"
    elif tokens.words[index - 1] in ("mon", "ton", "son") and ("f", "s") in nominal(
        tokens.words[index], False
    ):
        opening = opening[0] + "a" if ("m", "s") not in nominal(tokens.words[index + 1], True) else opening
    correct = join((opening, noun, adjective), apostrophe)
    return correct[0].upper() + correct[1:] if tokens.surface(index - 1)[0].isupper() else correct


def _is_partitive(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether *de* is the article that *des* becomes before an adjective."""
    if index == 0:
        return True
    before = tokens.words[index - 1]
    if before in _QUANTITIES or tags[index - 1].startswith(("NOUN", "ADJ", "NAME")):
        return False
    return tags[index].startswith("DET") or tags[index - 1].startswith(("VERB", "PUNCT", "PREP", "CONJ"))
