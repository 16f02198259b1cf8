"""Noun compound word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class NounCompound(CatalogueRule):
    """Nouns in the order of English, or a noun used as an adjective.

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL708"
    name = "noun-compound-calque"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.8
    title = Bilingual(en="noun compound word for word", fr="composé nominal calqué sur l’anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "⟦Le volume de trading⟧ est tombé au plus bas de l’année.",
            ("Le volume d’échanges",),
        ),
        Bad(
            "Le brasseur passe depuis longtemps pour ⟦une cible de reprise⟧.",
            ("une cible d'OPA",),
        ),
        Bad(
            "La chaîne a été vendue lors d’⟦un rachat leveragé⟧.",
            ("un rachat par endettement",),
        ),
    )
    good = (
        Good("Le volume de la boîte est indiqué."),
        Good("La cible de la prise d’otages était le directeur."),
        Good("Le rachat de la chaîne a fait jouer l’effet de levier."),
    )
