"""Tu and vous in one document."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mtfix.french.words import FUNCTION_WORDS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_TU = re.compile(
    r"(?<![\w'’-])[Tt]u (?:(?:ne|me|te|le|la|les|lui|leur|nous|en|y) |[nmtl]['’])*"
    r"(?P<verb>[^\W\d_]*[sx])(?![\w'’-])"
    r"|(?<=[a-z])-(?:tu|toi)(?![\w'’-])"
    r"|(?<![\w'’-])t['’](?!(?:ils?|elles?|on)\b)(?=[^\W\d_]{2})"
    r"|(?<![\w'’-])(?:toi|tes|ta|te|ton)(?= [^\W\d_]{2}|[.,;:!?…]| [;:!?])"
)
_VOUS = re.compile(r"(?<![\w'’-])(?:[Vv]ous|[Vv]otre|[Vv]os)(?![\w'’-])|(?<=ez)-vous(?![\w'’-])")
_QUOTATION = re.compile(
    r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)|&quot;.*?(?:&quot;|$)"
    r"|(?<!\w)['‘][^'’]*['’](?!\w)"
)
# A line that opens with a dash is dialogue.
_DIALOGUE = re.compile(r"\s*(?:[—–―]|-(?=[\s\w]))")
_BEFORE = re.compile(r"([^\W\d_]+['’]?)[ \u00a0\u202f]?$")
_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
# « il s’est tu depuis », « ils se sont tus », « être à tu et à toi »
_SILENCE = frozenset(
    "est était fut soit sera suis sont ai a ont avait être été et à jamais longtemps serait".split()
)
_CLITIC_HOSTS = frozenset("je il elle on ça cela nous ils elles qui ne de à pour tu".split())
_NO_POSSESSIVE = frozenset(
    "le un du au ce de d’ son quel même sur l’ bon cet seul haut autre aucun nul sans et demi que demi- "
    "ton".split()
)
# Farther apart than this, a long file has moved on to another text.
_NEAR = 12


class _Form(NamedTuple):
    """One form of address, at offsets that count from the segment's start."""

    segment: Segment
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.segment.index, self.start


class MixedAddress(Rule):
    """A document that addresses its reader as *tu* here and as *vous* there.

    English *you* is both; a system that translates sentence by sentence chooses anew in each.  The finding
    stands at the first occurrence of the rarer form, once in a document; which of the two is meant only the
    editor knows.

    Left alone: dialogue, and quotations against the rest of the text, for several people speak there (but one
    quotation that mixes both is reported); *ton* as a noun, *tu* as the participle of
    *taire*; *s’il vous plaît*; forms that stand far apart in a long file.
    """

    code = "STY983"
    name = "mixed-address"
    severity = Severity.MINOR
    safety = Safety.DISPLAY
    category = Category.STYLE
    confidence = 0.8
    title = Bilingual(en="tu and vous mixed", fr="tutoiement et vouvoiement mêlés")
    message = Bilingual(
        en="The document says {rare} here and {usual} elsewhere.",
        fr="Le document emploie « {rare} » ici et « {usual} » ailleurs.",
    )
    bad = (
        Bad("Vous devez choisir maintenant. Prends ⟦ton⟧ temps."),
        Bad("Vous trouverez vos billets ici.\nSi ⟦tu veux⟧ partir, vous pouvez appeler."),
        Bad("Tu peux payer en ligne avec ta carte.\nEnvoyez ⟦votre⟧ demande par courrier."),
        Bad("« Vous devez partir, n’attends pas ⟦tes⟧ voisins », a lancé le maire."),
        Bad("Pensez-vous que vos amis viendront ? Et que feras⟦-tu⟧ sans eux ?"),
    )
    good = (
        Good("Vous savez qu’il s’est tu depuis, d’un ton sec, le bon ton de votre ami."),
        Good("Vous lirez votre journal.\n« Tu viens avec moi ? » a demandé son frère."),
        Good("Tu peux entrer, s’il vous plaît."),
        Good("Vous les connaissez : ils sont à tu et à toi.\n— Tu pars, toi ?"),
        Good("Prends ton temps, mange tes légumes et tais-toi."),
    )

    def check(self, context: Context) -> Iterator[Finding]:
        familiar: list[_Form] = []
        polite: list[_Form] = []
        within: list[tuple[list[_Form], list[_Form]]] = []
        for segment in context.document.segments:
            if _DIALOGUE.match(segment.target):
                continue
            tu = _forms(_TU, segment, _is_tu)
            vous = _forms(_VOUS, segment, _is_vous) if "vo" in segment.target.lower() else []
            if not tu and not vous:
                continue
            quotations = [match.span() for match in _QUOTATION.finditer(segment.target)]
            familiar.extend(_outside(tu, quotations))
            polite.extend(_outside(vous, quotations))
            within.extend((_inside(tu, span), _inside(vous, span)) for span in quotations)
        # One speaker in one quotation can mix them, too.
        for forms in ((familiar, polite), *within):
            finding = self._mixed(*forms)
            if finding:
                yield finding
                return

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        """Nothing: one segment does not tell how the document addresses its reader."""
        return iter(())

    def _mixed(self, familiar: list[_Form], polite: list[_Form]) -> Finding | None:
        """A finding at the first form of the rarer kind that has one of the other kind near it."""
        if not familiar or not polite:
            return None
        # Where both are as frequent, the kind that comes second is the stray one.
        tu_is_rare = (len(familiar), polite[0].place) < (len(polite), familiar[0].place)
        rare, usual = (familiar, polite) if tu_is_rare else (polite, familiar)
        rare_name, usual_name = ("tu", "vous") if tu_is_rare else ("vous", "tu")
        for form in rare:
            if any(abs(other.segment.index - form.segment.index) <= _NEAR for other in usual):
                return self.finding(form.segment, form.start, form.end, rare=rare_name, usual=usual_name)
        return None


def _forms(
    pattern: re.Pattern[str], segment: Segment, accept: Callable[[re.Match[str], str], bool]
) -> list[_Form]:
    text = segment.target
    return [_Form(segment, *match.span()) for match in pattern.finditer(text) if accept(match, text)]


def _inside(forms: list[_Form], span: tuple[int, int]) -> list[_Form]:
    return [form for form in forms if span[0] <= form.start < span[1]]


def _outside(forms: list[_Form], spans: list[tuple[int, int]]) -> list[_Form]:
    return [form for form in forms if not any(start <= form.start < end for start, end in spans)]


def _neighbours(match: re.Match[str], text: str) -> tuple[str, str]:
    """The words on both sides, folded."""
    before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
    after = _AFTER.match(text, match.end())
    return (
        before.group(1).lower().replace("'", "’") if before else "",
        after.group(1).lower() if after else "",
    )


def _is_tu(match: re.Match[str], text: str) -> bool:
    word = match.group()
    before, after = _neighbours(match, text)
    if match["verb"]:
        return before not in _SILENCE and match["verb"] not in (
            "depuis",
            "mais",
            "plus",
            "pas",
            "dans",
            "alors",
            "puis",
        )
    if word == "ton":
        return bool(after) and before not in _NO_POSSESSIVE and after not in FUNCTION_WORDS
    if word == "te":
        return before in _CLITIC_HOSTS
    if word == "ta":
        return bool(after) and after not in FUNCTION_WORDS
    return word != "toi" or before != "à"


def _is_vous(match: re.Match[str], text: str) -> bool:
    return not _neighbours(match, text)[1].startswith("pla")
