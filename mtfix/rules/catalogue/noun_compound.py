"""Noun compound word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


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
            "C’est un contrat ⟦multi-milliards de dollars⟧.",
            ("de plusieurs milliards de dollars",),
        ),
        Bad(
            "De plus en plus de familles recourent aux ⟦banques de nourriture⟧.",
            ("banques alimentaires",),
        ),
        Bad(
            "Les émeutiers ont lancé des ⟦bombes à pétrole⟧ sur la police.",
            ("cocktails Molotov",),
        ),
    )
    good = (
        Good("C’est un contrat de plusieurs milliards de dollars."),
        Good("La banque offre de la nourriture aux sinistrés."),
        Good("Les émeutiers ont brûlé une pompe à essence."),
    )
