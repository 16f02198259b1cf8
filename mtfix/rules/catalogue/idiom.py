"""Idiom word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class Idiom(CatalogueRule):
    """An image that French readers do not know: « botter la canette plus loin ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL707"
    name = "idiom-calque"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="idiom word for word", fr="expression idiomatique traduite mot à mot")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "L’entreprise a ⟦brûlé à travers ses liquidités⟧ en un an.",
            ("épuisé ses liquidités",),
        ),
        Bad(
            "La ⟦croissance de la ligne supérieure⟧ a ralenti.",
            ("croissance du chiffre d'affaires",),
        ),
        Bad(
            "Il n’a pas de ⟦magasin de brique et mortier⟧.",
            ("magasin physique",),
        ),
    )
    good = (
        Good("La forêt a brûlé à travers la vallée."),
        Good("La croissance de la ligne est rapide."),
        Good("Le mur de brique et de pierre est ancien."),
    )
