"""Wrong sense of a common word."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


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
            "Le groupe a ⟦coupé ses perspectives pour⟧ l’année.",
            ("révisé ses prévisions pour",),
        ),
        Bad(
            "Les contribuables ont payé le ⟦bailout⟧ du prêteur.",
            ("renflouement",),
        ),
        Bad(
            "Les commandes ont ⟦affaissé de 20⟧ %.",
            ("chuté de 20",),
        ),
    )
    good = (
        Good("Les perspectives de la région sont bonnes."),
        Good("La banque a versé une caution de mille euros."),
        Good("Le sol s’est affaissé sous le poids."),
    )
