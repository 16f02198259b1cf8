"""A hyphen in place of a dash."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_HYPHEN = re.compile(r"(?<=[^\W\d_]|[»”\"),.%]) -{1,2} (?=[^\W\d_]|[«“\"(])")
# « Hambourg - L’éditeur a… »: the place a dispatch comes from, and a whole sentence behind it.
_DATELINE = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)* -{1,2} (?:Les?|La|L['’&]|Une?|Des|Il|Elle)\b.{40,}\.$", re.DOTALL
)


class HyphenForDash(Rule):
    """A hyphen between spaces that stands for a dash: « une réussite - la première - du plan ».

    English typists write it, and the translation keeps it.  Left alone: between two capitalised words (routes,
    matches, titles) unless they are a dateline, between figures, and at the beginning of a line.  A proposal only:
    titles and captions separate with it.  (Not in the first catalogue: the annotated texts show it.)
    """

    code = "TYP908"
    name = "hyphen-for-dash"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    reads_quotes = True
    title = Bilingual(en="hyphen in place of a dash", fr="trait d’union au lieu d’un tiret")
    message = Bilingual(en="A dash is meant: –.", fr="Il faut un tiret : –.")
    bad = (
        Bad("Le plan est vu comme un succès⟦ - ⟧le premier de l’année.", (" – ",)),
        Bad("Le maire est parti⟦ -- ⟧il l’avait dit lundi.", (" – ",)),
    )
    good = (
        Good("La ligne Paris - Lyon rouvre."),
        Good("- premier point de la liste"),
        Good("Score final : 3 - 2."),
        Good("Le plan est un succès – le premier."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if " -" not in text:
            return
        for match in _HYPHEN.finditer(text):
            word = re.search(r"\w+\W*$", text[: match.start()])
            if (
                word
                and word.group()[0].isupper()
                and text[match.end()].isupper()
                and not _DATELINE.match(text)
            ):
                continue
            yield self.finding(segment, match.start(), match.end(), " – ")
