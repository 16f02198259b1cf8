"""Preposition word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class PrepositionCalque(CatalogueRule):
    """A preposition that English has here and French has not: « sur une base quotidienne ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "CAL702"
    name = "preposition-calque"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="preposition word for word", fr="préposition calquée sur l’anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "Le sac est ⟦fabriqué de plastique⟧ recyclé.",
            ("fabriqué en plastique",),
        ),
        Bad(
            "Les autorités ont signalé une ⟦augmentation dans le nombre⟧ de cas.",
            ("augmentation du nombre",),
        ),
        Bad(
            "Les exportations ont ⟦augmenté par 5 %⟧ au premier semestre.",
            ("augmenté de 5 %",),
        ),
    )
    good = (
        Good("Le sac est fabriqué en France."),
        Good("L’augmentation, dans le nord, du nombre de cas est nette."),
        Good("La hausse est approuvée par 5 % des clients."),
    )
