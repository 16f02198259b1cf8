"""How French writes names from Cyrillic that English writes its own way."""

import re
from functools import lru_cache

from mtfix.french.lists import listed

# Letters, the longest first; each is tried at every place from the left.
_LETTERS = (
    ("shch", "chtch"),
    ("zh", "j"),
    ("kh", "kh"),
    ("sh", "ch"),
    ("tch", "tch"),
    ("ch", "tch"),
    ("ts", "ts"),
    ("yu", "iou"),
    ("ya", "ia"),
    ("ye", "ie"),
    ("yo", "io"),
    ("yi", "ï"),
    ("ou", "ou"),
    ("u", "ou"),
    ("ay", "aï"),
    ("ey", "eï"),
    ("oy", "oï"),
    ("ai", "aï"),
    ("ei", "eï"),
    ("oi", "oï"),
    ("ge", "gue"),
    ("gi", "gui"),
    ("gy", "gui"),
)
_ENDINGS = (
    (re.compile(r"(?<=[^aeiouy])(?:iy|yi|ii|yy)$"), "y"),
    (re.compile(r"(?<=[sc]k)(?:yi|yy|iy|ii|yj)$"), "y"),
    (re.compile(r"(?<=[^aeiouy])in$"), "ine"),
    (re.compile(r"(?<=ou)in$"), "ine"),
)
_BETWEEN_VOWELS = re.compile(r"(?<=[aeiouyïé])s(?=[aeiouy])")
# Endings of Slavic surnames: without one, letters tell nothing.
_SURNAME = re.compile(
    r"(?:[aeiou]v(?:a)?|[aeiy]nko|[uy]k|chuk|i[nč]a?|sk(?:y|i|iy|yi|yy|ii|aya|aia|a)|[eo]vi[ct]h?|kov(?:a)?|ko|"
    r"(?:ch|sh|zh|k)(?:a|in|ina|ak|ar|enok)?|nik|nyk|iy|yi|l|ets|ec|ych|ich|an|ian|yan|ba|ha|ra|ka|la|da|nov|ev|ov)$"
)
_ENGLISH = re.compile(r"zh|sh|ch|ya|yu|yev|(?<![ao])u(?!s$)|oy|ey$|iy$|yi$|[^aeiouy]in$")
# What French never writes in a Slavic name, so that the spelling is English beyond doubt.
_UNMISTAKABLE = re.compile(r"zh|sh|ya|yu|(?<![aoe])u|skiy|skyi|[oe]vich$")
_RUSSIAN_SKI = re.compile(r"(?<=sk)(?:y|iy)$")
_UKRAINIAN = frozenset(
    "Andriï Bohdan Dmytro Denys Hryhoriï Ievhen Ihor Iouriï Kyrylo Maksym Mykhaïlo Mykola Oleh Oleksandr Oleksiï Olha "
    "Pavlo Petro Serhiï Svitlana Taras Vadym Valentyn Vassyl Vitaliï Vladyslav Volodymyr Iaroslav".split()
)
# French first names too: what follows them may be French.
_FRENCH_TOO = frozenset(
    ("Alexandre", "Maxime", "Jana", "Hanna", "Natalia", "Elena", "Tatiana", "Viktor", "Denys")
)


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """English forms of Russian and Ukrainian first names, with the French ones."""
    rows = (line.split() for line in listed("mtfix.rules.names", "first_names.txt"))
    return {form: row[0] for row in rows for form in row if form not in _FRENCH_TOO}


def french_name(first: str, last: str) -> tuple[str, str]:
    """First name and surname as French writes them.

    After a first name that may be French already, the surname must be English beyond doubt to be changed.
    """
    french = first_names()[first]
    if french == first and not _UNMISTAKABLE.search(last.lower()):
        return french, last
    surname = french_surname(last)
    if french != first and french not in _UKRAINIAN:
        surname = _RUSSIAN_SKI.sub("i", surname)
    return french, surname


def french_surname(name: str) -> str:
    """A Slavic surname in French letters; the same where nothing in it is English, or it does not look Slavic."""
    folded = name.lower()
    if not name.isascii() or "tch" in folded or not _SURNAME.search(folded) or not _ENGLISH.search(folded):
        return name
    for ending, french in _ENDINGS:
        folded = ending.sub(french, folded)
    folded = _BETWEEN_VOWELS.sub("ss", folded)
    written, place = "", 0
    while place < len(folded):
        for english, french in _LETTERS:
            if folded.startswith(english, place):
                written += french
                place += len(english)
                break
        else:
            written += folded[place]
            place += 1
    written = written.replace("iie", "ie").replace("ïï", "ï")
    return written[0].upper() + written[1:]
