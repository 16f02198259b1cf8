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
    bad = ()
    good = ()
