"""Attribution word for word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


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
            "L’entreprise ⟦ne dirait pas combien⟧ d’emplois sont menacés.",
            ("n’a pas voulu dire combien",),
        ),
        Bad(
            "« Nous sommes las », ⟦a-t-il raconté le journal⟧.",
            ("a-t-il déclaré au journal",),
        ),
        Bad(
            "Il a démissionné, ⟦citant raisons⟧ de santé.",
            ("invoquant des raisons",),
        ),
    )
    good = (
        Good("L’entreprise ne dirait pas non à une aide."),
        Good("« Nous sommes las », a-t-il raconté dans le journal."),
        Good("Il a démissionné, citant Voltaire."),
    )
