"""False friend, seen from its context."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class FalseFriend(CatalogueRule):
    """A French word that looks like the English one and means something else here.

    Rows fire only in contexts where the French sense cannot be meant.

    One row of the catalogue per phrase; each holds the English, what machines make of it, and what French says.
    """

    code = "FFR712"
    name = "false-friend-in-context"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="false friend, seen from its context", fr="faux ami, visible à son contexte")
    message = ENGLISH_BEHIND
    bad = (
        Bad(
            "La province espère ⟦balancer son budget⟧ d’ici trois ans.",
            ("équilibrer son budget",),
        ),
        Bad(
            "Il a refusé de ⟦publier ses retours d’impôts⟧.",
            ("publier ses déclarations d’impôts",),
        ),
        Bad(
            "La banque cherche un ⟦financement en équité⟧.",
            ("financement en fonds propres",),
        ),
    )
    good = (
        Good("La balance commerciale pèse sur le budget de la province."),
        Good("Le retour de l’inflation et les impôts locaux font grincer des dents."),
        Good("Le financement de l’école doit se faire en toute équité."),
    )
