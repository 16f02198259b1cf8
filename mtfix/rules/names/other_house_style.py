"""Names in the spelling of another house style."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.phrases import TermIndex
from mtfix.french.profiles import PROFILES
from mtfix.glossary.read import shipped_glossary
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment


class OtherHouseStyle(Rule):
    """A name, institution or acronym as another house writes it: *OTAN* where the profile wants *Otan*.

    Where French houses are divided, mtfix’s glossaries have an entry for each; what the entry of another
    profile accepts, and none of this profile does, is reported.  The default profile, press-fr, accepts
    what any of the houses writes, so nearly nothing is found with it.
    """

    code = "NAM403"
    name = "other-house-style"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.TERMINOLOGY
    confidence = 0.95
    title = Bilingual(en="spelling of another house style", fr="graphie d’une autre maison")
    message = Bilingual(
        en="“{text}”: this house style writes {wanted}.", fr="« {text} » : dans ce style, on écrit {wanted}."
    )
    bad = (
        Bad("Les ministres de l’⟦OTAN⟧ se réunissent.", ("Otan",), profile="afp"),
        Bad("Les ministres de l’⟦Otan⟧ se réunissent.", ("OTAN",), profile="lemonde"),
        Bad("Des tirs ont visé ⟦Louhansk⟧ mardi.", ("Lougansk",), profile="afp"),
        Bad("Les experts du ⟦Giec⟧ alertent.", ("GIEC",), profile="lemonde"),
    )
    good = (
        Good("Les ministres de l’OTAN se réunissent, dit le Giec."),
        Good("Les ministres de l’Otan se réunissent.", profile="afp"),
        Good("LES MINISTRES DE L’OTAN SE RÉUNISSENT", profile="afp"),
        Good("Des tirs ont visé Louhansk mardi.", profile="lemonde"),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if context.glossary is None or segment.target.isupper():
            return
        tokens = context.tokens(segment)
        for first, last, wanted in _others(context.profile.name).find(tokens):
            start, end = tokens.starts[first], tokens.ends[last]
            yield self.finding(segment, start, end, wanted.replace("’", context.apostrophe), wanted=wanted)


@lru_cache(maxsize=8)
def _others(profile: str) -> TermIndex[str]:
    """What other profiles write and this one does not, with what this one writes."""
    own = {e.source: e for e in shipped_glossary().entries if profile in e.profiles}
    here = shipped_glossary().for_profile(PROFILES[profile]).entries
    known = {form for entry in own.values() for form in (*entry.accepted, *entry.forbidden)}
    known.update(
        form for entry in here if entry.source not in own for form in (entry.target, *entry.forbidden)
    )
    others: dict[str, set[str]] = defaultdict(set)
    for entry in shipped_glossary().entries:
        wanted = own[entry.source].target if entry.source in own else ""
        for form in entry.accepted if wanted and profile not in entry.profiles else ():
            if form not in known and form[0].isupper() and _same_place(form, wanted):
                others[form].add(wanted)
    return TermIndex((form, targets.pop()) for form, targets in others.items() if len(targets) == 1)


def _same_place(form: str, wanted: str) -> bool:
    """Whether the one can stand for the other with the words around as they are: same sound, gender, capitals."""
    if wanted[0].islower():
        return form.lower() == wanted.lower()
    gender = " " in form or form.endswith("e") == wanted.endswith("e")
    return gender and form[0] == wanted[0] and form.count(" ") == wanted.count(" ")
