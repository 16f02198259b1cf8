"""An amount in another currency than the source's."""

from __future__ import annotations

from collections.abc import Iterator

from mtfix.english.words import lemma
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

# English sign or lemma: the French noun in the plural.  « Pound » is a weight as well, so the sign or an amount tells.
_ENGLISH = {
    "$": "dollars", "dollar": "dollars", "€": "euros", "euro": "euros", "£": "livres", "pound": "livres",
    "sterling": "livres", "¥": "yens", "yen": "yens", "yuan": "yuans", "renminbi": "yuans", "rouble": "roubles",
    "ruble": "roubles", "rupee": "roupies", "franc": "francs", "peso": "pesos", "won": "wons", "krona": "couronnes",
    "krone": "couronnes", "koruna": "couronnes", "crown": "couronnes", "zloty": "zlotys", "rand": "rands",
    "hryvnia": "hryvnias", "forint": "forints", "shekel": "shekels", "dinar": "dinars", "dirham": "dirhams",
}  # fmt: skip
_FRENCH = {form: name for name in set(_ENGLISH.values()) for form in (name, name.removesuffix("s"))} | {
    "$": "dollars", "€": "euros", "£": "livres", "¥": "yens",
}  # fmt: skip
_REACH = 4


class CurrencyDiffers(Rule):
    """An amount whose currency is not the source’s: *£4,000* as *4 000 dollars*.

    Reported where the French names a currency behind (or before) a figure that the source does not have, while the
    source has one that the French lacks.  Conversions that stand beside the original amount are left alone.
    """

    code = "NUM507"
    name = "currency-differs"
    severity = Severity.CRITICAL
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.9
    title = Bilingual(en="currency other than the source’s", fr="monnaie différente de l’original")
    message = Bilingual(en="The source has “{english}”.", fr="L’original porte « {english} ».")
    bad = (
        Bad(
            "Il a demandé 4 000 ⟦dollars⟧ en trois ans.",
            ("livres",),
            source="He claimed £4,000 over three years.",
        ),
        Bad("Le pont coûte 3 millions de ⟦dollars⟧.", ("euros",), source="The bridge costs 3 million euros."),
        Bad("Le billet vaut 30 ⟦€⟧.", source="The ticket costs 30 crowns."),
    )
    good = (
        Good("Il a demandé 4 000 livres.", source="He claimed £4,000."),
        Good("Il pèse 40 kilos et vaut 30 dollars.", source="It weighs 90 pounds and costs $30."),
        Good("Il coûte 30 dollars (27 euros).", source="It costs $30."),
        Good("Le cours du dollar monte.", source="The euro falls."),
        Good("Il a demandé 4 000 dollars."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        alignment = context.alignment(segment)
        if alignment is None or _FRENCH.keys().isdisjoint(alignment.target.words):
            return
        source, target = alignment.source, alignment.target
        ours = {name: i for i in range(len(source)) if (name := _ENGLISH.get(lemma(source.words[i])))}
        theirs = {_FRENCH[word] for word in target.words if word in _FRENCH}
        missing = [name for name in ours if name not in theirs]
        for j, word in enumerate(target.words):
            if _FRENCH.get(word) in (None, *ours) or not missing or not _is_amount(target, j):
                continue
            right = missing[0]
            fixes = (right,) if word.endswith("s") else ()
            i = ours[right]
            quoted = Span(source.starts[i], source.ends[i])
            english = source.text[quoted.start : quoted.end]
            yield self.finding(
                segment, target.starts[j], target.ends[j], *fixes, english=english, source=quoted
            )


def _is_amount(target: Tokens, j: int) -> bool:
    """Whether a figure stands near, before or behind the currency."""
    near = target.words[max(0, j - _REACH) : j] + target.words[j + 1 : j + 2]
    return any(word[0].isdigit() for word in near)
