"""Fixed phrase word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


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
            "Les investisseurs attendent une ⟦coupe de taux⟧ avant l’été.",
            ("baisse de taux",),
        ),
        Bad(
            "La production a reculé de 0,4 % ⟦trimestre sur trimestre⟧.",
            ("d'un trimestre sur l'autre",),
        ),
        Bad(
            "Les ventes au détail ont reculé de 0,2 % ⟦mois sur mois⟧ en juin.",
            ("sur un mois",),
        ),
    )
    good = (
        Good("Après les coupes budgétaires, les taux ont baissé et la coupe de champagne est pleine."),
        Good("La production recule, trimestre après trimestre."),
        Good("Mois après mois, les ventes reculent : sur un mois, la baisse atteint 0,2 %."),
    )
