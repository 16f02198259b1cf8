"""English titles and places written the English way."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = r"[ \u00a0\u202f]"
_MISTER = 0.7
_TITLES = {"Mr": "M.", "Mrs": "Mme", "Ms": "Mme", "Messrs": "MM."}
_TITLE = re.compile(
    rf"(?<![\w&’'-])(?P<title>Mr|Mrs|Ms|Messrs)\.?(?={_SPACE}(?:le |la )?(?P<name>[^\W\d_a-z][\w’'-]*))"
)
# Works, brands and shows that bear the title.
_NAMED = frozenset(
    "Bean Robot Nobody Freeze Propre Doubtfire Dalloway Men Smith Hyde Hudson Muscle Burns Fox Magoo Satan Potato "
    "Big Price Jones Bricolage T Big Ripley Chance Loyal Universe Olympia Gay Africa World Universo Freedom Marvel "
    "Maisel Robinson Incredible Brown Turner Banks Oizo Hublot Beast President & Green Holmes Klein".split()
)
# In French, with the article that may stand before them; none where the title has no one equivalent, or is elided.
_RANKS = {
    "Sgt": ("sergent", "sergente"),
    "Sen": ("sénateur", "sénatrice"),
    "Gov": ("gouverneur", "gouverneure"),
    "Capt": ("capitaine", "capitaine"),
    "Cpl": ("caporal", "caporale"),
    "Supt": ("commissaire", "commissaire"),
    "Adm": ("", ""),
    "Rev": ("révérend", "révérende"),
    "Rep": ("", ""),
}
_RANK = re.compile(rf"(?<![\w.-])(?P<rank>{'|'.join(_RANKS)})\.(?={_SPACE}[^\W\d_a-z][\w’'-]+)")
_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "Californie",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Floride", "GA": "Géorgie",
    "HI": "Hawaï", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiane", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "Nouveau-Mexique",
    "NC": "Caroline du Nord", "ND": "Dakota du Nord", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvanie", "RI": "Rhode Island", "SC": "Caroline du Sud", "SD": "Dakota du Sud",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginie", "WA": "Washington",
    "WV": "Virginie-Occidentale", "WI": "Wisconsin", "WY": "Wyoming", "Calif.": "Californie", "Mass.": "Massachusetts",
    "Fla.": "Floride", "Conn.": "Connecticut", "Ill.": "Illinois", "Mich.": "Michigan", "Minn.": "Minnesota",
    "Penn.": "Pennsylvanie", "Tenn.": "Tennessee", "Wash.": "Washington", "Wis.": "Wisconsin", "Ore.": "Oregon",
    "Okla.": "Oklahoma", "Ariz.": "Arizona", "Colo.": "Colorado",
}  # fmt: skip
_PLACE = re.compile(
    r"(?<![\w’'-])(?P<city>(?:(?:St\.|Fort|New|Los|Las|San|Santa|El|Salt|Lake|Little|Grand|Palm|West|North|South|East"
    r"|Baton|Des|Ann|Long|Virginia|Kansas|Oklahoma|Cedar|Colorado|Iowa|Jersey|Atlantic|Sioux|Green)[ \u00a0])*"
    rf"[A-Z][\w-]+(?: City)?), (?P<state>{'|'.join(map(re.escape, _STATES))})(?![\w.’'-])(?=[,;:)?!.\s]|$)"
)
_CAPITAL = re.compile(r"\bWashington, D(?:C\b|\.C\.)")


class EnglishTitle(Rule):
    """English titles and American places: « Mr Martin », « Sgt. Cole », « Boston, MA ».

    French abbreviates *monsieur* M. and *madame* Mme (Lexique des règles typographiques en usage à
    l’Imprimerie nationale, « Abréviations »), writes ranks in full in small letters, and puts the state in
    parentheses.  *Mr*, which many French people write, is in preview.  Left alone: works, brands and characters
    named after a title (*Mr Bean*, *Mrs Dalloway*).
    """

    code = "UNT106"
    name = "english-title"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = 0.9
    doubtful_below = 0.8
    title = Bilingual(en="English title or place", fr="titre ou lieu à l’anglaise")
    message = Bilingual(en="“{text}” is written the English way.", fr="« {text} » est écrit à l’anglaise.")
    bad = (
        Bad("Selon ⟦Mr⟧ Martin, le train roulera.", ("M.",)),
        Bad("⟦Ms.⟧ Rivers a refusé de répondre.", ("Mme",)),
        Bad("« Je pars », a dit ⟦Mrs.⟧ Cole au juge.", ("Mme",)),
        Bad("L’appel du ⟦Sgt.⟧ Pepperton a été entendu.", ("sergent",)),
        Bad("Il enseigne à ⟦Boston, MA⟧, depuis dix ans.", ("Boston (Massachusetts)",)),
        Bad("Elle vit à ⟦Washington, DC⟧, avec son fils.", ("Washington",)),
    )
    good = (
        Good("M. Martin et Mme Rivers ont rejoint MM. Cole et Dupont."),
        Good("Rowan Atkinson reprend Mr Bean ; Virginia Woolf a écrit Mrs Dalloway."),
        Good("Il enseigne à Boston (Massachusetts), et le Dr Martin aussi."),
        Good("Paris, LA VILLE LUMIÈRE"),
        Good("Le volume fait 20 ms et pèse 3 MS."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if "M" in text:
            yield from self._titles(segment)
        if "." in text:
            yield from self._ranks(segment)
        if ", " in text:
            yield from self._places(segment)

    def _titles(self, segment: Segment) -> Iterator[Finding]:
        for match in _TITLE.finditer(segment.target):
            if match["name"] not in _NAMED:
                confidence = _MISTER if match["title"] == "Mr" else None
                yield self.finding(
                    segment, match.start(), match.end(), _TITLES[match["title"]], confidence=confidence
                )

    def _ranks(self, segment: Segment) -> Iterator[Finding]:
        for match in _RANK.finditer(segment.target):
            start, end = match.start("rank"), match.end()
            before = segment.target[max(0, start - 12) : start]
            masculine, feminine = _RANKS[match["rank"]]
            gender = _gender(before)
            fix = {"m": masculine, "f": feminine}.get(gender)
            yield self.finding(segment, start, end, *((fix,) if fix else ()))

    def _places(self, segment: Segment) -> Iterator[Finding]:
        text = segment.target
        for match in _CAPITAL.finditer(text):
            yield self.finding(segment, match.start(), match.end(), "Washington")
        for match in _PLACE.finditer(text):
            following = text[match.end() : match.end() + 3].strip()
            if match["state"].isupper() and following[:2].isupper() and len(following) > 1:
                continue
            yield self.finding(
                segment, match.start(), match.end(), f"{match['city']} ({_STATES[match['state']]})"
            )


def _gender(before: str) -> str:
    """The gender of who bears a rank, told by the article before it; '' if there is none to tell it."""
    if re.search(r"\b(?:[Ll]e|[Dd]u|[Aa]u|[Uu]n|[Cc]e) $", before):
        return "m"
    if re.search(r"\b(?:[Ll]a|[Uu]ne|[Cc]ette) $", before):
        return "f"
    return ""
