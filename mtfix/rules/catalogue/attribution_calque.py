"""Attribution word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


class AttributionCalque(CatalogueRule):
    """The way English attributes a statement: « a été citée comme disant ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL705"
    name = "attribution-calque"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="attribution word for word", fr="attribution calquée sur l’anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "L’entraîneur ⟦a été cité comme disant⟧ qu’il démissionnerait.",
            ("aurait déclaré",),
        ),
        Bad(
            "Le pilote ⟦a dit les journalistes qu’⟧il n’avait rien vu.",
            ("a dit aux journalistes qu’",),
        ),
        Bad(
            "L’entraîneur a ⟦dit à une conférence de presse⟧ qu’il partait.",
            ("dit lors d’une conférence de presse",),
        ),
    )
    good = (
        Good("L’entraîneur a été cité comme témoin, disant qu’il viendrait."),
        Good("Le pilote ignore ce qu’ont dit les journalistes."),
        Good("L’entraîneur a assisté à une conférence de presse."),
    )
