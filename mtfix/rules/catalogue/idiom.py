"""Idiom word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


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
            "Le Trésor croit encore à un ⟦atterrissage doux⟧ de l’économie.",
            ("atterrissage en douceur",),
        ),
        Bad(
            "L’indice est entré dans un ⟦marché d’ours⟧.",
            ("marché baissier",),
        ),
        Bad(
            "Le ⟦souffleur de sifflet⟧ a remis 2 000 courriels.",
            ("lanceur d'alerte",),
        ),
    )
    good = (
        Good("Le Trésor table sur un atterrissage en douceur et un climat plus doux."),
        Good("Le marché aux bestiaux expose un ours en peluche."),
        Good("Au coup de sifflet, le souffleur a quitté la scène."),
    )
