"""House styles: where French typographic traditions divide, a profile decides."""

from dataclasses import dataclass

NO_BREAK = "\u00a0"
NARROW = "\u202f"


@dataclass(frozen=True, slots=True)
class Profile:
    """One house style.

    The space fields hold what is written before the mark, or inside the guillemets; the empty string
    means that the style sets none.  `parent` names the profile whose glossary entries hold too.
    """

    name: str
    description: str
    guillemets: str = NO_BREAK
    colon: str = NO_BREAK
    semicolon: str = NARROW
    exclamation: str = NARROW
    percent: str = NO_BREAK
    thousands: str = NARROW
    typographic_apostrophes: bool = False
    parent: str | None = None

    def space_before(self, mark: str) -> str:
        """The space this style sets before `: ; ! ? %`."""
        spaces = {":": self.colon, ";": self.semicolon, "!": self.exclamation, "?": self.exclamation}
        return spaces.get(mark, self.percent)


_ALL = (
    Profile("press-fr", "French press: no-break space in « » and before the colon, narrow one before ; ! ?"),
    Profile("afp", "press-fr with the spellings of names that Agence France-Presse uses", parent="press-fr"),
    Profile("lemonde", "press-fr with the spellings of names that Le Monde uses", parent="press-fr"),
    Profile(
        "imprimerie-nationale",
        "Imprimerie nationale: typographic apostrophes required",
        typographic_apostrophes=True,
    ),
    Profile(
        "eu",
        "Institutions of the European Union: full no-break spaces throughout",
        semicolon=NO_BREAK,
        exclamation=NO_BREAK,
        thousands=NO_BREAK,
    ),
    Profile(
        "ca",
        "Canada (OQLF): no space before ; ! ?",
        semicolon="",
        exclamation="",
        thousands=NO_BREAK,
    ),
    Profile(
        "ch",
        "Switzerland: narrow space before high punctuation, guillemets with a narrow space or none",
        guillemets=NARROW,
        colon=NARROW,
        percent=NARROW,
    ),
)
PROFILES = {profile.name: profile for profile in _ALL}
