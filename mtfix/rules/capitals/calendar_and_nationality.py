"""Days, months, nationalities and languages with an English capital: `en Avril`, `le gouvernement Turc`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens
from mtfix.french.words import DAYS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_DAYS = frozenset(DAYS)
_MONTHS = frozenset(MONTHS)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# Dates that stand for an event keep their capital: « le 14 Juillet », « le 11 Septembre ».
_HISTORIC = frozenset(
    "14-juillet 4-juillet 11-septembre 4-septembre 11-novembre 8-mai 1-mai 18-juin 10-août 4-août "
    "2-décembre 6-février 25-avril 13-mai 30-juin 24-février 7-octobre 26-juillet 17-novembre 19-mars "
    "17-octobre 25-janvier 6-octobre 9-novembre 30-août 23-juillet 20-juillet 5-juillet 1-novembre "
    "23-mars 8-mars 15-août 1-avril".split()
)
_PLACES = frozenset(
    "rue place avenue boulevard pont stade square station université appel fête attentat attentats "
    "mouvement groupe quai métro hôpital cité camp collège lycée école allée esplanade révolution journée "
    "nuit parc quartier".split()
)
_HOLIDAY = frozenset(
    "saint sainte gras noir noire rouge sanglant sanglante bleu vert fou des de d’ in radieux soir 13 "
    "maigre".split()
)
_DAY_BEFORE = frozenset("le ce du chaque au dès depuis dernier prochain hier avant-hier matin".split())
_DAY_AFTER = frozenset("matin midi après-midi dernier prochain passé".split())
_SPEECH = frozenset(
    "dit déclaré annoncé affirmé indiqué précisé ajouté expliqué assuré rapporté arrêté publié tué révélé "
    "confirmé arrivé rencontré adopté rejeté signé voté ouvert repris blessé tués blessés été".split()
)
_MONTH_BEFORE = frozenset("en courant début fin mi-".split())
_JOINING = frozenset("et ou à".split())

_SPOKEN = frozenset(
    "anglais français allemand espagnol italien portugais russe chinois japonais arabe turc grec polonais "
    "ukrainien néerlandais suédois danois norvégien finnois hongrois roumain bulgare serbe croate tchèque "
    "slovaque slovène hébreu persan kurde hindi ourdou coréen vietnamien thaï latin mandarin cantonais "
    "catalan basque breton gallois irlandais islandais estonien letton lituanien albanais arménien "
    "géorgien azéri kazakh ouzbek tamoul bengali swahili wolof créole yiddish espéranto flamand malais "
    "indonésien pachto dari berbère kabyle".split()
)
_SPEAKING = re.compile(
    r"parl(?:e|es|ent|er|ez|ait|aient|ant|é|ons|era|eront)|maîtris(?:e|ent|er|ait|aient|ant)"
)
_LEARNING = re.compile(
    r"appren(?:d|ds|nent|dre|ait|aient|ant)|appris|enseign(?:e|ent|er|é|ait|aient|era)|étudi(?:e|ent|er|é|ait|aient)"
)
_LESSON = re.compile(
    r"(?:cours|leçons?|professeure?s?|profs?|enseignante?s?|examens?|épreuves?|interprètes?)"
)
_HOW_WELL = frozenset("couramment bien mal peu mieux aussi parfaitement uniquement seulement".split())
# « en Français » can also mean « as a Frenchman does ».
_LIKE_A_PERSON = frozenset(
    "conduire comporter agir penser vivre transformer changer déguiser muer déguisé transformé changé bon "
    "tant mourir réagir comporte conduit".split()
)
_PERSON_AFTER = frozenset("de moyen moyens qui que fier convaincu libre d’ du né et ou parmi".split())

# Family names, first names and newspapers that look like an adjective in the masculine singular.
_ALSO_NAMES = frozenset(
    "basque breton catalan corse flamand gallois lombard normand parisien provençal romain wallon persan "
    "maltais mongol castillan sarde léonais verdien lankais zélandais yorkais moscovite genevois viennois "
    "sicilien".split()
)
_COMPOUND_ONLY = frozenset("zélandais lankais léonais verdien yorkais phone".split())
_PREFIXES = frozenset(
    "afro albano algéro américano anglo anti arabo arméno asio australo austro belgo britannico brésilo "
    "bulgaro canado cap centre chypro coréo croato cubano dano est euro finno franco germano gréco "
    "géorgiano helvético hispano hungaro indo irano irlando israélo italo jordano judéo khméro latino "
    "libano libyo luso maroco mexicano nippo nord norvégo néerlando néo new nigéro ouest palestino perso "
    "polono pro roumano russo saoudo serbo sierra sino soviéto sri sud suédo syro tchéco tchado tuniso "
    "turco ukraino yougo égypto éthiopo ex".split()
)
_MIDDLE = re.compile(
    r".{3,}(?:ale?s?|aux|iques?|ifs?|ives?|aires?|iers?|ières?|els?|elles?|eurs?|istes?)"
    r"|(?:priv|arm)ée?s?|publics?"
)
_INSTITUTIONS = frozenset("parlement banque".split())
_PLURALS = {"al": "aux", "eau": "eaux", "eu": "eux"}


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    for ending, plural in _PLURALS.items():
        if noun.endswith(ending):
            return noun[: -len(ending)] + plural
    return noun + "s"


_FEMININES = (
    ("grec", "grecque"),
    ("turc", "turque"),
    ("juif", "juive"),
    ("ien", "ienne"),
    ("éen", "éenne"),
    ("on", "onne"),
    ("ouareg", "ouarègue"),
    ("ouzbek", "ouzbèke"),
    ("è", "è"),
    ("e", "e"),
)


def _feminine(adjective: str) -> str:
    for ending, feminine in _FEMININES:
        if adjective.endswith(ending):
            return adjective[: -len(ending)] + feminine
    return adjective + "e"


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Every form, with the numbers it can have: `s`, `p` or both."""
    forms: dict[str, str] = {}
    for adjective in listed("mtfix.rules.capitals", "demonyms.txt"):
        feminine = _feminine(adjective)
        for form, number in (
            (adjective, "s"),
            (feminine, "s"),
            (_plural(adjective), "p"),
            (_plural(feminine), "p"),
        ):
            forms[form] = "".join(sorted({*forms.get(form, ""), number}))
    return forms


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    """Every form of a head noun, with its numbers."""
    forms: dict[str, str] = {}
    for noun in listed("mtfix.rules.capitals", "nationality_heads.txt"):
        for form, number in ((noun, "s"), (_plural(noun), "p")):
            forms[form] = "".join(sorted({*forms.get(form, ""), number}))
    return forms


@lru_cache(maxsize=1)
def _watched() -> frozenset[str]:
    return _DAYS | _MONTHS | _SPOKEN | frozenset(demonyms())


class CalendarAndNationality(Rule):
    """A day, a month, an adjective of nationality or religion, or a language that keeps its English capital.

    French writes them all in lower case: *lundi*, *en avril*, *le gouvernement turc*, *parler anglais*
    (Imprimerie nationale, *Lexique des règles typographiques*).  Only the noun of a person takes the capital:
    *les Turcs*, *un jeune Français*.  So an adjective is judged by the word before it: a common noun of the
    press that agrees in number, with one adjective between at most, or a prefix (*pro-Russe*).  A day, a
    month or a language is judged by its neighbours, too.

    Left alone: holidays and dates that stand for an event (*Vendredi saint*, *le 14 Juillet*), streets, the
    planet Mars, names that go on with another capital (*la banque Turque Ziraat*), lines in title case, and
    everything whose neighbours do not decide.
    """

    code = "CAP912"
    name = "calendar-and-nationality"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    title = Bilingual(
        en="capital on a day, month, nationality or language",
        fr="majuscule à un jour, un mois, une nationalité ou une langue",
    )
    message = Bilingual(
        en="French writes {lower} in lower case here.",
        fr="{text} s’écrit ici sans majuscule : {lower}.",
    )
    bad = (
        Bad("L’accord a été signé ⟦Lundi⟧ soir à Genève.", ("lundi",)),
        Bad("Le procès s’ouvrira le ⟦Mardi⟧ 4 octobre.", ("mardi",)),
        Bad("Les prix ont reculé en ⟦Avril⟧, selon l’institut.", ("avril",)),
        Bad("La loi date du 27 ⟦Décembre⟧ 2019.", ("décembre",)),
        Bad("Selon le gouvernement ⟦Turc⟧, rien n’est décidé.", ("turc",)),
        Bad("Les forces armées ⟦Ukrainiennes⟧ ont reculé.", ("ukrainiennes",)),
        Bad("Des séparatistes ⟦pro-Russes⟧ tiennent la ville.", ("pro-russes",)),
        Bad("Un diplomate ⟦Sud-Coréen⟧ a fait le voyage.", ("sud-coréen",)),
        Bad("Le texte est rédigé en ⟦Anglais⟧.", ("anglais",)),
        Bad("Elle parle couramment ⟦Russe⟧ et arabe.", ("russe",)),
        Bad("Il donne des cours d’⟦Espagnol⟧.", ("espagnol",)),
    )
    good = (
        Good("Les Turcs et un jeune Français ont fêté le 14 Juillet."),
        Good("Le Vendredi saint, la rue du 4 Septembre était vide."),
        Good("Une sonde s’est posée sur Mars ; la place de Mai est pleine."),
        Good("Le Gouvernement Turc Parle Anglais"),
        Good("Il travaille à la banque Turque Ziraat et lit le journal Le Parisien."),
        Good("Se conduire en Français, c’est râler. Ils sont Russes."),
        Good("Lundi, la Bourse a monté. Avril a été froid."),
        Good("Avant les attentats du 11 Septembre, le commissaire Breton a vu des Américains."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        watched = _watched()
        for index, word in enumerate(tokens.words):
            if word not in watched and not ("-" in word and word.rpartition("-")[2] in watched):
                continue
            if (
                index
                and self._is_fault(tokens, index)
                and not _in_title_case(segment, context, tokens, index)
            ):
                lower = tokens.surface(index).lower()
                yield self.finding(segment, tokens.starts[index], tokens.ends[index], lower, lower=lower)

    def _is_fault(self, tokens: Tokens, index: int) -> bool:
        if not _capitalised(tokens.surface(index)) or not _after_word(tokens, index):
            return False
        word = tokens.words[index]
        if word in _DAYS:
            return _is_day(tokens, index)
        if word in _MONTHS:
            return _is_month(tokens, index)
        if _next_capital(tokens, index):
            return False
        return (word in _SPOKEN and _is_language(tokens, index)) or _is_adjective(tokens, index)


def _capitalised(surface: str) -> bool:
    """`Lundi`, `Sud-Coréen`, `pro-Russe`, but neither `LUNDI` nor `lundi`."""
    return any(part[0].isupper() and part[1:].islower() for part in surface.split("-") if part) and not any(
        part[1:] != part[1:].lower() for part in surface.split("-")
    )


def _after_word(tokens: Tokens, index: int) -> bool:
    """Whether a word or a number stands right before."""
    before = tokens.words[index - 1]
    return tokens.spaced(index - 1) and (before[0].isalpha() or before[0].isdigit())


def _word(tokens: Tokens, index: int) -> str:
    return tokens.words[index] if 0 <= index < len(tokens) else ""


def _next_capital(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.spaced(index) and tokens.surface(index + 1)[0].isupper()


def _is_day(tokens: Tokens, index: int) -> bool:
    before, after = tokens.words[index - 1], _word(tokens, index + 1)
    if _next_capital(tokens, index) and after not in _MONTHS:
        return False
    if after in _HOLIDAY and not (after == "soir" and before not in ("le", "du")):
        return False
    # « Le Journal du Dimanche », « Le Dimanche » : names.
    if before[0].isdigit() or (_word(tokens, index - 2)[:1] and tokens.surface(index - 2)[0].isupper()):
        return False
    if tokens.surface(index - 1)[0].isupper():
        return False
    dated = re.fullmatch(r"\d\d?", after) is not None and before in _DAY_BEFORE
    return dated or after in _DAY_AFTER | {"soir"} or before in _DAY_BEFORE or before in _SPEECH


def _is_month(tokens: Tokens, index: int) -> bool:
    word, before, after = tokens.words[index], tokens.words[index - 1], _word(tokens, index + 1)
    # « Mai 68 », « Octobre rouge »
    if (
        re.fullmatch(r"\d\d", after)
        or after in ("rouge", "rose", "noir")
        or (word == "mai" and after == "1968")
    ):
        return False
    if before in _JOINING and _word(tokens, index - 2) in _MONTHS:
        return _is_month(tokens, index - 2) or tokens.surface(index - 2)[0].islower()
    if before in _MONTH_BEFORE or (before in ("de", "d’") and _word(tokens, index - 2) == "mois"):
        return True
    if _YEAR.fullmatch(after) and tokens.surface(index - 1)[0].islower() and before != "er":
        return True
    return _is_date(tokens, index)


def _is_date(tokens: Tokens, index: int) -> bool:
    """Whether a day of the month stands before, and the date is no name of an event or a street."""
    first = index - 2 if tokens.words[index - 1] == "er" else index - 1
    day = _word(tokens, first)
    if not re.fullmatch(r"[1-9]|[12]\d|3[01]", day):
        return False
    if any(_word(tokens, i) in _PLACES for i in range(first - 3, first)):
        return False
    year = _YEAR.fullmatch(_word(tokens, index + 1)) is not None
    return year or f"{day}-{tokens.words[index]}" not in _HISTORIC


def _is_language(tokens: Tokens, index: int) -> bool:
    before, earlier = tokens.words[index - 1], _word(tokens, index - 2)
    if before == "en":
        return earlier not in _LIKE_A_PERSON and _word(tokens, index + 1) not in _PERSON_AFTER
    if before in ("de", "d’"):
        return _LESSON.fullmatch(earlier) is not None
    if before in ("le", "l’", "du"):
        return _LEARNING.fullmatch(earlier) is not None
    verb = earlier if before in _HOW_WELL else before
    return _SPEAKING.fullmatch(verb) is not None


def _is_adjective(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    prefix, _, base = word.rpartition("-")
    if prefix in ("pro", "anti") and base in demonyms():
        return tokens.surface(index - 1)[0].islower()
    if (prefix and prefix not in _PREFIXES) or (not prefix and word in _ALSO_NAMES):
        return False
    number = demonyms().get(base)
    if number is None or (not prefix and base in _COMPOUND_ONLY):
        return False
    head = index - 1
    if (
        tokens.words[head] not in _heads()
        and _MIDDLE.fullmatch(tokens.words[head])
        and tokens.spaced(head - 1)
    ):
        head -= 1
    return _is_head(tokens, head, number) and not (
        base.startswith("européen") and tokens.words[head] in _INSTITUTIONS
    )


def _is_head(tokens: Tokens, index: int, number: str) -> bool:
    """Whether a common noun of that number stands at `index`, with something before it."""
    if index < 1 or not tokens.surface(index)[0].islower():
        return False
    return not set(number).isdisjoint(_heads().get(tokens.words[index], ""))


def _in_title_case(segment: Segment, context: Context, tokens: Tokens, index: int) -> bool:
    """Whether most other words of the sentence have a capital, too: a heading in English style, or a name."""
    start, end = 0, len(tokens.text)
    for sentence in context.sentences(segment):
        if sentence.start <= tokens.starts[index] < sentence.end:
            start, end = sentence.start, sentence.end
    words = [w for w in re.findall(r"[^\W\d_]{4,}", tokens.text[start:end])[1:] if w != tokens.surface(index)]
    capitalised = [w for w in words if w[0].isupper()]
    return len(capitalised) * 2 > len(words)
