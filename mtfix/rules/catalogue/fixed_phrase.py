"""Fixed phrase word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class FixedPhrase(CatalogueRule):
    """A set phrase of English, each word of it translated: « comme partie de la trêve ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL706"
    name = "fixed-phrase-calque"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="fixed phrase word for word", fr="locution calquée sur l’anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "L’indice a ⟦clôturé plat⟧ lundi.",
            ("clôturé à l’équilibre",),
        ),
        Bad(
            "Les revenus ont progressé de 12 % ⟦année sur année⟧.",
            ("sur un an",),
        ),
        Bad(
            "La ⟦liquidation des actions⟧ a gagné l’Asie.",
            ("vague de ventes",),
        ),
    )
    good = (
        Good("Le plat principal a clôturé le repas."),
        Good("Une année sur deux, le fleuve déborde."),
        Good("La vente des actions a rapporté un million."),
    )
