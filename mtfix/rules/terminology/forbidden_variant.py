"""Forms that a glossary forbids."""

from collections.abc import Iterator

from mtfix.glossary.entry import TermEntry
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment


class ForbiddenVariant(Rule):
    """A form that a glossary forbids: of a name, an institution, a term.

    The glossaries that come with mtfix hold names in the spelling of the French press, institutions,
    countries and acronyms; `--glossary` adds those of the house, which take precedence.  Forms are compared letter by
    letter, capitals included; the shape of apostrophes and spaces does not count, and the longest form wins.
    Of an entry that must not be translated, a translation listed as forbidden is reported as well.
    """

    code = "TER602"
    name = "forbidden-variant"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.TERMINOLOGY
    confidence = 0.95
    title = Bilingual(en="form that a glossary forbids", fr="forme proscrite par un glossaire")
    message = Bilingual(
        en="“{text}”: the glossary wants “{target}”{note}.",
        fr="« {text} » : le glossaire demande « {target} »{note}.",
    )
    bad = (
        Bad("Le président ⟦Zelenskyy⟧ a parlé.", ("Zelensky",)),
        Bad("Le ministre ⟦Sergey Lavrov⟧ est attendu.", ("Sergueï Lavrov",)),
    )
    good = (
        Good("Le président Zelensky a parlé."),
        Good("Le ministre Sergueï Lavrov est attendu au palais de l’Élysée."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if context.glossary is None:
            return
        tokens = context.tokens(segment)
        for first, last, entry in context.glossary.forbidden_forms.find(tokens):
            start, end = tokens.starts[first], tokens.ends[last]
            if _inside_target(segment.target, start, end, entry):
                continue
            note = f" ({entry.note})" if entry.note else ""
            target = entry.target.replace("’", context.apostrophe)
            yield self.finding(segment, start, end, target, target=target, note=note)


def _inside_target(text: str, start: int, end: int, entry: TermEntry) -> bool:
    """Whether what is forbidden stands inside a wanted form: « Élysée » in « palais de l’Élysée »."""
    form = text[start:end]
    for wanted in (entry.target, *entry.variants):
        offset = wanted.find(form)
        while offset >= 0:
            begin = start - offset
            if begin >= 0 and text[begin : begin + len(wanted)].replace("'", "’") == wanted.replace("'", "’"):
                return True
            offset = wanted.find(form, offset + 1)
    return False
