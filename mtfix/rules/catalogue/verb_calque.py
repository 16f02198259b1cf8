"""Verb, or verb and object, word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


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
            "Le ⟦titre a fermé à 45⟧ euros vendredi.",
            ("titre a clôturé à 45",),
        ),
        Bad(
            "Les ⟦actions ont glissé de 3⟧ % à New York.",
            ("actions ont reculé de 3",),
        ),
        Bad(
            "Les ventes ont ⟦pris un plongeon⟧ au printemps.",
            ("plongé",),
        ),
    )
    good = (
        Good("L’usine a fermé à la fin de l’année."),
        Good("Il a glissé sur le sol après la pluie."),
        Good("Le nageur a réussi un beau plongeon."),
    )
