"""Typography folding: what becomes alike, and what stays."""

import pytest

from mtfix.score.fold import fold

CASES = {
    "plain text stays": ("Le pain est cuit.", "Le pain est cuit."),
    "case stays": ("Le PAIN", "Le PAIN"),
    "guillemets with no-break spaces": ("Il dit «\u00a0oui\u00a0».", 'Il dit " oui " .'),
    "guillemets with narrow spaces": ("«\u202foui\u202f»", '" oui "'),
    "guillemets without spaces": ("Il dit «oui» hier", 'Il dit " oui " hier'),
    "curly quotes": ("Il dit “oui” hier", 'Il dit " oui " hier'),
    "low quotes": ("Il dit „oui‟ hier", 'Il dit " oui " hier'),
    "straight quotes": ('Il dit "oui" hier', 'Il dit " oui " hier'),
    "typographic apostrophe": ("l’eau", "l'eau"),
    "straight apostrophe": ("l'eau", "l'eau"),
    "no-break space in a number": ("10\u00a0000 et 10\u202f000 et 10\u2009000", "10 000 et 10 000 et 10 000"),
    "space before high punctuation": (
        "Oui\u00a0: non\u202f; quoi\u202f? ah\u202f! 5\u00a0%",
        "Oui: non; quoi? ah! 5%",
    ),
    "plain space before high punctuation": ("Oui : non ; quoi ? ah ! 5 %", "Oui: non; quoi? ah! 5%"),
    "quotation before a colon": ("« Oui » : non", '" Oui ": non'),
    "spaces run together and at the ends": ("  a   b ", "a b"),
    "space before a comma stays": ("a , b", "a , b"),
    "single quotation marks stay": ("‹ a › ‘b", "‹ a › ‘b"),
    "empty": ("", ""),
    "a lone no-break space": ("\u00a0", ""),
}


@pytest.mark.parametrize(("text", "folded"), CASES.values(), ids=CASES)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "_"), CASES.values(), ids=CASES)
def test_folding_twice_changes_nothing_more(text: str, _: str) -> None:
    assert fold(fold(text)) == fold(text)
