"""False friend that the source confirms."""

from mtfix.rules.base import Bad, Bilingual, Category, Good, Safety, Severity
from mtfix.rules.catalogue.base import ENGLISH_BEHIND, CatalogueRule


class ConfirmedFalseFriend(CatalogueRule):
    """A French word that looks like the English one and means something else: *eventually* as *éventuellement*.

    The French alone may be right (*il viendra éventuellement*), so these rows speak only where the English word
    stands in the aligned source, is rendered by that French one, and none of the right renderings stands there.
    """

    code = "FFR711"
    name = "false-friend"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.85
    title = Bilingual(en="false friend of the source’s word", fr="faux ami du mot anglais")
    message = ENGLISH_BEHIND
    bad = (
        Bad("Les obligations ⟦mûrissent⟧ en mai.", source="The bonds mature in May."),
        Bad("La banque a vendu des ⟦sécurités⟧ hypothécaires.", source="The bank sold mortgage securities."),
        Bad("L’économie ⟦récupère⟧ lentement.", source="The economy is recovering slowly."),
        Bad(
            "Toutes les ⟦procédures⟧ du concert vont à une œuvre.",
            source="All proceeds from the concert go to charity.",
        ),
    )
    good = (
        Good("Les obligations arrivent à échéance en mai.", source="The bonds mature in May."),
        Good("La banque a vendu des titres hypothécaires.", source="The bank sold mortgage securities."),
        Good("L’économie se redresse lentement.", source="The economy is recovering slowly."),
        Good("Les obligations mûrissent en mai."),
    )
