"""Capitals of institutions, offices and events, as the house style writes them."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.capitals.calendar_and_nationality import demonyms
from mtfix.text import Segment

_PROFILES = frozenset(("press-fr", "afp", "lemonde"))
_LE_MONDE = "lemonde"
_S = r"[ \u00a0\u202f]"
_DE = rf"(?:de{_S}|du{_S}|des{_S}|d[’']|aux?{_S}|à{_S}|chargée?{_S})"
# What must stand before an office in mid-sentence: never « Monsieur » nor « M. le ».
_BEFORE = re.compile(
    r"\b(?:le|la|les|du|au|aux|des|un|une|de|ce|cette|son|sa|leur|ses|leurs|ancien|ancienne|nouveau"
    r"|nouvelle|futur|future|par|et|comme|vice|ni|ou)[ \u00a0\u202f-]$|\b[ld][’']$"
)
_ADDRESS = re.compile(
    r"(?:\bM|\bMM|\bMmes?|Monsieur|Madame|Messieurs|Mesdames)\.?[ \u00a0\u202f]\w+[ \u00a0\u202f]$"
)
_CUP = "Coupe du monde"
_COMMON = 0.7
"""The confidence in what much of the press writes with a capital, too."""
_FIXED = (
    ("Affaires Étrangères", "Affaires étrangères"),
    ("Affaires Etrangères", "Affaires étrangères"),
    ("Coupe du Monde", _CUP),
    ("Cour Suprême", "Cour suprême"),
    ("Cour Constitutionnelle", "Cour constitutionnelle"),
    ("Cour Pénale Internationale", "Cour pénale internationale"),
    ("Banque Centrale", "Banque centrale"),
    ("Banque Mondiale", "Banque mondiale"),
    ("Assemblée Générale", "Assemblée générale"),
    ("Union Européenne", "Union européenne"),
    ("Union Africaine", "Union africaine"),
    ("Parlement Européen", "Parlement européen"),
    ("Commission Européenne", "Commission européenne"),
    ("Conseil Européen", "Conseil européen"),
    ("Conseil de Sécurité", "Conseil de sécurité"),
    ("Ligue Arabe", "Ligue arabe"),
    ("Guerre Froide", "guerre froide"),
    ("Chambre des Représentants", "Chambre des représentants"),
    ("Chambre des Communes", "Chambre des communes"),
)
_PORTFOLIOS = (
    "Défense|Intérieur|Justice|Finances|Santé|Éducation|Économie|Agriculture|Environnement|Culture|Énergie"
    "|Affaires étrangères|Transports|Travail|Commerce|Sports|Logement|Tourisme|Industrie|Budget|Trésor"
    "|Sécurité intérieure"
)
_OFFICE = r"(?:[Mm]inistres?|[Mm]inistères?|[Ss]ecrétaires?(?: d[’'][EÉ]tat)?)"
_ADJECTIVE = r"(?P<adjective>[a-zà-ÿ-]+)"
_PATTERNS = (
    re.compile(rf"(?P<word>Minist(?:ère|re)s?)(?={_S}(?:(?!et\b|ou\b)\w+{_S})?{_DE})"),
    re.compile(rf"(?P<word>Secrétaires?)(?={_S}(?:d[’'][EÉ]tat|à|au|aux)\b)"),
    re.compile(r"(?P<word>Département)(?= d[’'][EÉ]tat)"),
    re.compile(rf"(?P<word>Présidente?s?|Gouvernements?|Chanceli(?:er|ère)|Ambassadeur){_S}{_ADJECTIVE}\b"),
)
_TITLES = re.compile(
    rf"(?P<word>Roi|Reine|Prince|Princesse|Pape|Sénateur|Sénatrice|Juge|Maire|Gouverneur"
    rf"|Chancelier|Empereur|Ambassadeur|Ministre|Commissaire){_S}(?P<name>[A-ZÀ-Ý][a-zà-ÿ]+)"
)
_PRIME = re.compile(rf"(?P<first>Premi(?:er|ère)s?)(?P<link>{_S}|-)(?P<second>[Mm]inistres?)\b")
_MODIFIED = re.compile(
    rf"(?P<word>[Ss]ecrétaires?)(?:{_S}[a-zà-ÿ]+)?{_S}(?:à{_S}la{_S}|à{_S}l[’']|aux?{_S})(?P<name>\w+)\b"
)
_HELD = re.compile(
    rf"{_OFFICE}{_S}(?:\w+{_S})?(?:de{_S}la{_S}|de{_S}l[’']|du{_S}|des{_S}|à{_S}la{_S}|aux?{_S})(?P<name>{_PORTFOLIOS})\b"
)
_LOWER_NAMES = {name.split()[0].lower(): name.split()[0] for name in _PORTFOLIOS.split("|")}
_FIXED_PATTERN = re.compile(r"\b(?:" + "|".join(re.escape(wrong) for wrong, _ in _FIXED) + r")(?:s\b|\b)")
_WORD = re.compile(r"\b[^\W\d_]{4,}")
_TRIGGERS = re.compile(r"[A-ZÉ][a-zé]+ |ecrétaire|remière?-")


class Institution(Rule):
    """A ministry, an office, an institution or an event with the capitals of English or of a letterhead.

    The French press writes *le ministère de l’Intérieur, le président uruguayen, le Premier ministre, le
    département d’État, la Cour suprême, la Coupe du monde*: the capital goes to the first word that tells
    which one, and offices have none.  *Le Monde* lowers more: *le premier ministre, le ministre de
    l’intérieur*.  Only the profiles `press-fr`, `afp` and `lemonde` have this rule; in institutional text
    (*le Gouvernement*, *le Président de la République*) other customs hold, so these are left alone.

    Reported in mid-sentence, behind an article or the like: *Président* and *Gouvernement* only before an
    adjective of nationality, other offices before a name.

    *Ministère* and *Coupe du Monde*, which many papers write so, are in preview.

    Left alone: forms of address (*Monsieur le Président*), headings in title case.
    """

    code = "CAP913"
    name = "institution"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.STYLE
    confidence = 0.85
    doubtful_below = 0.8
    title = Bilingual(en="capital of an institution or office", fr="majuscule d’institution ou de fonction")
    message = Bilingual(
        en="The French press writes {right}.",
        fr="La presse française écrit {right}.",
    )
    bad = (
        Bad("Il dirige le ⟦Ministère⟧ de la Santé.", ("ministère",)),
        Bad("Elle a rencontré le ⟦Président⟧ chilien mardi.", ("président",)),
        Bad("Selon le ⟦Gouvernement⟧ japonais, tout va bien.", ("gouvernement",)),
        Bad("On attend le ⟦Premier Ministre⟧ à Oslo.", ("Premier ministre",)),
        Bad("On attend le ⟦Premier Ministre⟧ à Oslo.", ("premier ministre",), profile="lemonde"),
        Bad("Le ministre de l’⟦Intérieur⟧ a démissionné.", ("intérieur",), profile="lemonde"),
        Bad("Un porte-parole du ⟦Département⟧ d’État a parlé.", ("département",)),
        Bad("Le secrétaire à la ⟦défense⟧ visitera Séoul.", ("Défense",)),
        Bad("Ils ont gagné la ⟦Coupe du Monde⟧ en 1998.", ("Coupe du monde",)),
        Bad("Il a vu le ⟦Sénateur⟧ Dupont à Paris.", ("sénateur",)),
        Bad("La ⟦Cour Suprême⟧ a tranché.", ("Cour suprême",)),
    )
    good = (
        Good("Le ministère de la Santé, le président chilien et le Premier ministre sont d’accord."),
        Good("Monsieur le Président, le Gouvernement répondra. Merci, Madame la Ministre de la Santé."),
        Good("Le Premier Ministre du Canada", profile="ca"),
        Good("La Cour suprême et la Coupe du monde ; le secrétaire à la Défense."),
        Good("Le ministre de l’Intérieur et le président de la République."),
        Good("Le Ministère de la Santé Annonce Une Hausse Des Tarifs"),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if context.profile.name not in _PROFILES or not _TRIGGERS.search(text):
            return
        le_monde = context.profile.name == _LE_MONDE
        for start, end, right in (
            *_offices(text),
            *_titles(text),
            *_fixed(text),
            *_prime(text, le_monde),
            *_portfolio(text, le_monde),
        ):
            if text[start:end] != right and not _in_title_case(text, start, end):
                doubtful = right == _CUP or right.startswith("minist")
                yield self.finding(
                    segment, start, end, right, right=right, confidence=_COMMON if doubtful else None
                )


Place = tuple[int, int, str]


def _offices(text: str) -> Iterator[Place]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _in_mid_sentence(text, match.start()):
                continue
            adjective = match.groupdict().get("adjective")
            if adjective == "français":  # parliamentary French: « le Gouvernement français »
                continue
            if adjective is None or adjective in demonyms() or adjective in ("fédéral", "élu", "sortant"):
                start, end = match.span("word")
                yield start, end, match["word"][0].lower() + match["word"][1:]


def _in_mid_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start]
    return _BEFORE.search(before) is not None and _ADDRESS.search(before) is None


def _titles(text: str) -> Iterator[Place]:
    """*Le Sénateur Dupont*: an office before a name, which is no word of French (*le Prince Noir*)."""
    for match in _TITLES.finditer(text):
        if _in_mid_sentence(text, match.start()) and not lexicon().analyses(match["name"].lower()):
            start, end = match.span("word")
            yield start, end, match["word"].lower()


def _fixed(text: str) -> Iterator[Place]:
    for match in _FIXED_PATTERN.finditer(text):
        right = dict(_FIXED).get(match.group())
        if right:
            yield match.start(), match.end(), right


def _prime(text: str, le_monde: bool) -> Iterator[Place]:
    for match in _PRIME.finditer(text):
        if not _in_mid_sentence(text, match.start()):
            continue
        first = match["first"].lower() if le_monde else match["first"]
        yield match.start(), match.end(), f"{first}{match['link'].replace('-', ' ')}{match['second'].lower()}"


def _portfolio(text: str, le_monde: bool) -> Iterator[Place]:
    """*Secrétaire à la Défense* has the capital of the portfolio; *Le Monde* writes all portfolios small."""
    if le_monde:
        for match in _HELD.finditer(text):
            yield match.start("name"), match.end("name"), match["name"].lower()
        return
    for match in _MODIFIED.finditer(text):
        right = _LOWER_NAMES.get(match["name"])
        if right:
            yield match.start("name"), match.end("name"), right


def _in_title_case(text: str, start: int, end: int) -> bool:
    """Whether most other long words have a capital, too."""
    others = f"{text[:start]} {text[end:]}"
    words = _WORD.findall(others)[1:]
    return len(words) > 1 and len([w for w in words if w[0].isupper()]) * 3 > 2 * len(words)
