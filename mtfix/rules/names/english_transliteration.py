"""Names from Cyrillic in English letters."""

import re
from collections.abc import Iterator

from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.names.transliteration import first_names, french_name, french_surname
from mtfix.text import Segment

_NAME = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-zï]+)(?P<space>[ \u00a0])(?P<middle>[A-Z]\. )?"
    r"(?P<last>[A-Z][a-zï]{3,})(?![\w-])(?! [A-Z][a-z])"
)
_ALONE = re.compile(r"(?:[A-Z][a-z]*(?:zh|shch)|Zh|Shch)[a-z]*(?:enko|[oe]va?|chuk|yuk|sky|skyi|skiy)")
# People whom the French press writes as they write themselves: sport, arts, the West.
_KEPT = frozenset(
    "Ovechkin Malkin Shevchenko Kuznetsova Sharapova Rublev Medvedev Khachanov Tsurenko Usyk Lomachenko Klitschko "
    "Zinchenko Mudryk Yarmolenko Kournikova Baryshnikov Nureyev Buterin Brin Durov Kasatkina Pavlyuchenkova Andreeva "
    "Shnaider Kostyuk Tsvetaeva Vasilevskiy Bobrovsky Panarin Kucherov Yashin Fedorov Bure Lunin Dovbyk Malinovskyi "
    "Trubin Sudakov Mykolenko Arshavin Dzagoev Golovin Miranchuk Akinfeev Zhirkov".split()
)


class EnglishTransliteration(Rule):
    """A Russian or Ukrainian name in English letters: « Nikolai Zhukov » for *Nikolaï Joukov*.

    French writes what is heard with its own letters: *ch*, *j*, *ou*, *tch*, *gue*, *ï* (see the names in
    mtfix’s glossaries).  Told by a first name that is known in its English form; the surname is put into French
    letters when it has a Slavic ending, there and where it stands alone.  Names that a glossary has are its own
    (TER602).  Left alone: sportsmen and artists who write themselves so, and names with a French first name
    (NAM402).
    """

    code = "NAM401"
    name = "english-transliteration"
    severity = Severity.MINOR
    safety = Safety.UNSAFE
    category = Category.LOCALE
    confidence = 0.8
    title = Bilingual(en="name in English letters", fr="nom transcrit à l’anglaise")
    message = Bilingual(
        en="“{text}” is the English spelling of {french}.",
        fr="« {text} » est la graphie anglaise de {french}.",
    )
    bad = (
        Bad("Le général ⟦Nikolai Zhukov⟧ a démissionné.", ("Nikolaï Joukov",)),
        Bad("L’avocate ⟦Yulia Pushkareva⟧ a plaidé.", ("Ioulia Pouchkareva",)),
        Bad("Le maire ⟦Mykhailo Zhuk⟧ a fui.", ("Mykhaïlo Jouk",)),
        Bad("Selon ⟦Yevgeny Ostravsky⟧, rien ne change.", ("Evgueni Ostravski",)),
        Bad("La procureure ⟦Storozhenko⟧ enquête.", ("Storojenko",)),
        Bad("Le député ⟦Oleksiy Storozhenko⟧ s’abstient.", ("Oleksiï Storojenko",)),
    )
    good = (
        Good("Nikolaï Joukov et Iouri Chevtchouk ont signé."),
        Good("Le peintre Vladimir Smirnov expose à Lyon."),
        Good("Sergueï Lavrov a reçu Alexeï Miller."),
        Good("Yulia Tymchenko-Martin habite à Nice ; Oleg Cassini a fait la robe."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        taken: list[tuple[int, int]] = []
        for match, first, last in names(segment, context):
            taken.append(match.span())
            if first != match["first"]:
                french = f"{first}{match['space']}{match['middle'] or ''}{last}"
                yield self.finding(segment, match.start(), match.end(), french, french=french)
        for start, end, french in _alone(segment, context):
            if not any(begin <= start < stop for begin, stop in taken):
                yield self.finding(segment, start, end, french, french=french)


def _alone(segment: Segment, context: Context) -> Iterator[tuple[int, int, str]]:
    """Surnames by themselves: of somebody named in full elsewhere in the document, or English beyond doubt."""
    surnames = context.cached(_surnames, context.document.segments[0])
    tokens = context.tokens(segment)
    for index, word in enumerate(tokens.words):
        if word not in surnames and not ("zh" in word or "shch" in word):
            continue
        surface = tokens.surface(index)
        french = surnames.get(word, "") or _beyond_doubt(surface, context)
        if surface.istitle() and french and not _continues(tokens, index):
            yield tokens.starts[index], tokens.ends[index], french


def _continues(tokens: Tokens, index: int) -> bool:
    """Whether a name goes on behind the surname."""
    return index + 1 < len(tokens) and tokens.surface(index + 1)[0].isupper() and tokens.spaced(index)


def _beyond_doubt(name: str, context: Context) -> str:
    if not _ALONE.fullmatch(name) or name in _KEPT or name in _known(context):
        return ""
    return french_surname(name)


def _surnames(_: Segment, context: Context) -> dict[str, str]:
    found = ((m["last"], last) for s in context.document.segments for m, _, last in names(s, context))
    return {english.lower(): french for english, french in found if english != french}


def names(segment: Segment, context: Context) -> Iterator[tuple[re.Match[str], str, str]]:
    """Every known first name with a surname, with the French forms of both."""
    known = first_names()
    for match in _NAME.finditer(segment.target):
        if match["first"] not in known or match["last"] in _KEPT or _in_glossary(context, match):
            continue
        yield match, *french_name(match["first"], match["last"])


def _in_glossary(context: Context, match: re.Match[str]) -> bool:
    """Whether a glossary knows the name, in English or in French: then it decides."""
    return context.glossary is not None and f"{match['first']} {match['last']}" in _known(context)


def _known(context: Context) -> frozenset[str]:
    return context.cached(_glossary_names, context.document.segments[0])


def _glossary_names(_: Segment, context: Context) -> frozenset[str]:
    entries = context.glossary.entries if context.glossary else ()
    return frozenset(form for e in entries for form in (e.source, *e.accepted, *e.forbidden))
