"""Wrong sense of a common word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.rows import ENGLISH_BEHIND, CatalogueRule


class WrongSense(CatalogueRule):
    """An English word with several senses, of which the machine took the wrong one: « la plante nucléaire ».

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "ACC303"
    name = "wrong-sense"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="wrong sense of a common word", fr="sens erroné d’un mot courant")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "La ⟦randonnée des taux⟧ pèsera sur les emprunteurs.",
            ("hausse des taux",),
        ),
        Bad(
            "Le ⟦déficit du compte actuel⟧ s’est réduit au printemps.",
            ("déficit courant",),
        ),
        Bad(
            "Les ⟦commerçants en devises⟧ parient sur un affaiblissement du yen.",
            ("cambistes",),
        ),
    )
    good = (
        Good("Le prix de la randonnée accompagnée a augmenté de dix euros."),
        Good("Le déficit du compte courant s’est réduit, selon le compte rendu actuel."),
        Good("Les commerçants acceptent les devises étrangères."),
    )
