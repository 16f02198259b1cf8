"""Verb, or verb and object, word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


class VerbCalque(CatalogueRule):
    """A verb that goes with its object in English and not in French: « adresser la sécheresse », « appeler un vote ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL701"
    name = "verb-calque"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="verb, or verb and object, word for word", fr="verbe calqué sur l’anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "La banque centrale a ⟦coupé ses taux⟧ d’intérêt d’un quart de point jeudi.",
            ("baissé ses taux",),
        ),
        Bad(
            "Le ⟦brut négociait à⟧ 82 dollars le baril.",
            ("brut s'échangeait à",),
        ),
        Bad(
            "Les deux compagnies ont ⟦frappé un accord avec⟧ leurs créanciers.",
            ("conclu un accord avec",),
        ),
    )
    good = (
        Good("La banque centrale a coupé court aux spéculations sur ses taux."),
        Good("Le brut se négociait à 82 dollars, le négociant était à l’heure."),
        Good("Le pianiste a frappé un accord puis salué."),
    )
