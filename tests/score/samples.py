"""Small parallel texts of our own."""

REFERENCE = [
    "Le conseil municipal a voté le budget mardi soir.",
    "Les trains circuleront de nouveau dès lundi matin.",
    "La ministre a répondu « non » aux trois questions.",
    "",
    "Aucun blessé n’est à déplorer après l’incendie.",
]
SECOND_REFERENCE = [
    "Le budget a été adopté mardi soir par le conseil municipal.",
    "Le trafic des trains reprendra lundi matin.",
    "La ministre a dit « non » aux trois questions.",
    "",
    "L’incendie n’a fait aucun blessé.",
]
ORIGINAL = [
    "Le conseil de la ville a voté le budget mardi soir.",
    "Les trains courront encore une fois lundi matin.",
    'La ministre a répondu "non" aux trois questions.',
    "",
    "Aucun blessé n'est à déplorer après l'incendie.",
]
REPAIRED = [
    "Le conseil municipal a voté le budget mardi soir.",
    "Les trains circuleront de nouveau lundi matin.",
    "La ministre a répondu « non » aux trois questions.",
    "",
    "Pas de blessés à regretter suite au feu.",
]
