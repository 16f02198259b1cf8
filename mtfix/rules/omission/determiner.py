"""A noun without its determiner: `Président a reçu l’ambassadeur`."""

from collections.abc import Callable, Iterator

from mtfix.french.clauses import finite_readings, is_finite
from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import features
from mtfix.french.tokens import Tokens
from mtfix.french.words import DAYS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_BARE_ALLOWED = frozenset((*DAYS, *MONTHS)) | frozenset(
    "personne rien maman papa dieu monsieur madame mademoiselle messieurs mesdames maître tonton tata mamie papy noël "
    "pâques midi minuit force mention mieux tradition point justice rendez-vous ordre permission preuve lecture acte "
    "hommage appel question reste chose pierre rose victor aurore merci bravo nombre quantité plein bon maint maints "
    "force moitié avis place priorité parole beaucoup trop peu tant autant moins plus quelque quelques toute tout "
    "partie assez bien presque plusieurs certains certaines différents différentes divers diverses autrui certaine "
    "docteur professeur frère sœur père mère oncle tante saint soi lui elle quoi qui lequel rue avenue boulevard "
    "notaire huissier témoin jury convenance usage internet temps témoins "
    "prix article articles chapitre page figure tableau annexe environ mille cent".split()
)
_PERSONS = frozenset(
    "président présidente ministre ambassadeur ambassadrice maire préfet juge procureur général soldat policier "
    "sénateur député chancelier roi reine directeur directrice gouverneur journaliste avocat médecin infirmière "
    "secrétaire porte-parole émissaire".split()
)
_AGENTS = _PERSONS | frozenset(
    "gouvernement police armée parlement conseil tribunal banque cour parquet commission ministère assemblée sénat "
    "entreprise société groupe syndicat opposition majorité comité équipe homme femme suspect tireur agresseur "
    "conducteur chauffeur voiture camion train avion navire hélicoptère tempête séisme incendie explosion pluie crue "
    "juré".split()
)
_MEETING = frozenset(
    "recevoir rencontrer accueillir accuser interroger critiquer remercier féliciter convoquer arrêter tuer blesser "
    "attaquer menacer saluer embaucher licencier limoger".split()
)
_INSIDE = frozenset("dans pendant durant devant malgré selon depuis vers chez".split())
# Verbs that stand before a bare noun in many fixed phrases, and the nouns of such phrases.
_LIGHT = frozenset(
    "avoir être faire prendre mettre rendre donner tenir porter perdre trouver demander chercher laisser garder "
    "entendre crier parler plaider devenir rester élire nommer prêter livrer causer tirer passer sembler paraître "
    "aller venir voter imposer changer obtenir lier nouer voir dire refuser rebrousser interjeter recevoir ouvrir "
    "valoir coûter peser mesurer boire manger jouer sortir constituer adresser exiger jurer exprimer battre courir "
    "convenir importer signifier élever promettre montrer former proclamer déclarer reprendre signer rompre lever "
    "hisser contracter appeler commencer finir redevenir retrouver embrasser intenter négocier mêler associer "
    "allier combiner conjuguer confondre mélanger".split()
)
_LOOSE = frozenset(
    "suite côté côte étape possession connaissance conscience contact forme corps congé pied plainte gouvernement "
    "appel main face fin part partie peine droit héritier héritiers jour mot parole racine secours tête vie "
    "boutique".split()
)
_ENDS = frozenset(".!?")
_LISTED = frozenset((",",))
_DEGREES = frozenset(("plus", "moins"))
_OPENS_LIST = frozenset(("comme", "contre", "pour", "compris"))
_SHORTEST = 5


class MissingDeterminer(Rule):
    """A noun that needs a determiner stands without one: *Soldats ont travaillé*, *dans rapport*.

    English plurals and headline nouns have none, and word-for-word output keeps it so.  Reported are a bare noun
    that begins a sentence and is followed by its verb, a bare noun for a person behind a verb such as *recevoir*,
    and a bare singular behind *dans*, *pendant*, *durant*.

    Reported as well: bare nouns in a list whose first has an article (*comme le rugby, tennis ou escrime*), a bare
    noun behind a verb that has none in fixed phrases (*assure diffusion*), a superlative without its article (*l’un
    des ponts plus anciens*), and *COVID-19* behind a preposition other than *de*.

    Left alone: headlines (no full stop), proverbs and fixed subjects (*Force est de…*, *Mention est faite*), nouns that
    can be names, days and months, nouns joined by *et*, *dans* with a noun of quantity (*dans nombre de cas*).
    """

    code = "OMI201"
    name = "missing-determiner"
    severity = Severity.MAJOR
    safety = Safety.DISPLAY
    category = Category.LINGUISTIC
    confidence = 0.8
    title = Bilingual(en="determiner missing", fr="déterminant manquant")
    message = Bilingual(
        en="A determiner is missing before {noun}.",
        fr="Il manque un déterminant devant {noun}.",
    )
    bad = (
        Bad("⟦Soldats⟧ ont travaillé toute la nuit sur la digue."),
        Bad("⟦Gouverneur⟧ a signé le décret dans la nuit de mardi."),
        Bad("⟦Experts⟧ européens estiment que le port rouvrira en mai."),
        Bad("Le roi a reçu ⟦ambassadeur⟧ à Rome."),
        Bad("Le chiffre figure dans ⟦rapport⟧ de la banque."),
        Bad("Cette lampe ⟦fournit lumière⟧ douce dans la pièce."),
        Bad("Les règles liées à ⟦COVID⟧-19 sont levées."),
        Bad("On y pratique des jeux comme le rugby⟦, football⟧, natation et escrime."),
        Bad("C’est l’un des ⟦ponts plus⟧ anciens de la ville."),
        Bad("La rue a été fermée pendant ⟦réunion⟧ du conseil."),
    )
    good = (
        Good("Force est de constater que rien ne bouge. Personne n’a vu le maire hier soir."),
        Good("Soldats et policiers ont travaillé. Élu président, il a été nommé ministre."),
        Good("Dans nombre de cas, pendant longtemps, dans pareil lieu, pendant janvier."),
        Good("Il a repris possession du lieu et associe travail et plaisir ; ils travaillent côte à côte."),
        Good("Les cas de Covid-19 augmentent ; la lutte contre la Covid-19 et le Covid long."),
        Good("C’est l’un des ponts les plus anciens et une des villes plus grandes que Lyon."),
        Good("Manifestations interdites à Lyon"),
        Good("Chat échaudé craint l’eau froide. Justice est faite. Pierre a dormi toute la journée."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        starts = context.sentence_starts(segment)
        tags = context.tags(segment)
        for index, word in enumerate(words):
            if tokens.starts[index] in starts:
                noun = _bare_subject(tokens, context, segment, index)
            elif word in _KEYS:
                noun = _KEYS[word](tokens, context, segment, index)
            elif word.startswith("covid"):
                noun = _bare_disease(tokens, index)
            elif tags[index].startswith("NOUN") and index:
                noun = _bare_complement(tokens, tags, index)
            else:
                continue
            if noun is not None:
                surface = tokens.surface(noun)
                joined = word in _LISTED or word in _DEGREES
                first = noun - 1 if joined or _follows_verb(tags, noun) else noun
                yield self.finding(segment, tokens.starts[first], tokens.ends[noun], noun=surface)


def _is_plain_noun(form: str, *others: str) -> bool:
    """Whether a form is a common noun and nothing else, however it is written; `others` may be besides."""
    if form.lower() in _BARE_ALLOWED:
        return False
    readings = [*lexicon().analyses(form), *lexicon().analyses(form.lower())]
    common = all(a.pos in ("NOUN", *others) and a.kind not in ("unit", "first", "place") for a in readings)
    return common and any(a.pos == "NOUN" for a in readings)


def _bare_subject(tokens: Tokens, context: Context, segment: Segment, index: int) -> int | None:
    """A bare noun at the beginning of a sentence, its verb behind it."""
    surface = tokens.surface(index)
    if (
        not surface[0].isupper()
        or surface.isupper()
        or not (surface.lower() in _AGENTS or _is_plain_noun(surface, "ADJ"))
    ):
        return None
    words = tokens.words
    ends = [place for place in range(index, min(index + 60, len(words))) if words[place] in _ENDS]
    if not ends or ends[0] - index < _SHORTEST or words[ends[0]] != ".":
        return None
    tags = context.tags(segment)
    number = features(tags[index])[-1:]
    verb = index + 1
    while number == "p" and tags[verb].startswith("ADJ") and tags[verb].endswith("p") and verb < index + 3:
        verb += 1
    if number == "s" and not (words[index] in _AGENTS and _acts(tokens, tags, verb)):
        return None
    agrees = tags[verb].endswith(f"3{number}") and is_finite(tokens, tags, verb)
    return index if agrees and tags[index].startswith("NOUN") and number in ("s", "p") else None


def _acts(tokens: Tokens, tags: list[str], verb: int) -> bool:
    """Whether the verb is *a* with a participle that is not passive: *Décision a été prise* is good French."""
    active = tokens.words[verb] in ("a", "avait", "aura") and tags[verb + 1].startswith("PPAST")
    return active and tokens.words[verb + 1] not in ("été", "lieu", "eu")


def _bare_inside(tokens: Tokens, context: Context, segment: Segment, index: int) -> int | None:
    noun = index + 1
    if noun + 1 >= len(tokens) or not tokens.spaced(noun - 1):
        return None
    surface = tokens.surface(noun)
    if not surface.islower() or not _is_plain_noun(surface) or len(surface) < 4:
        return None
    tags = context.tags(segment)
    singular = all(a.number == "s" for a in lexicon().analyses(surface))
    following = tokens.words[noun + 1]
    goes_on = following in ("et", "ou", "-", "/", "»", '"', "”") or following[0].isdigit()
    return noun if singular and not goes_on and tags[noun].startswith("NOUN") else None


def _bare_object(tokens: Tokens, context: Context, segment: Segment, noun: int) -> int | None:
    if noun + 1 >= len(tokens) or not tokens.surface(noun).islower() or not tokens.spaced(noun - 1):
        return None
    before = tokens.words[noun - 1]
    lemmas = {a.lemma for a in lexicon().analyses(before) if a.tense == "ppast" or finite_readings(before)}
    if not lemmas & _MEETING or tokens.words[noun + 1] in ("et", "ou"):
        return None
    tags = context.tags(segment)
    active = any(
        tags[place].startswith("AUX") and tokens.words[place] in ("a", "ont", "avait", "avaient", "aura")
        for place in range(max(0, noun - 3), noun)
    )
    return noun if active and tags[noun].startswith("NOUN") else None


def _bare_complement(tokens: Tokens, tags: list[str], noun: int) -> int | None:
    """A bare noun right behind a verb that takes an object: *fournit construction*."""
    verb = noun - 1
    if not tags[verb].startswith(("VERB.3", "INF", "PPRES")) or not tokens.spaced(verb):
        return None
    surface = tokens.surface(noun)
    if not surface.islower():
        return None
    readings = lexicon().analyses(tokens.words[verb])
    if not readings or any(
        a.pos != "VERB" or a.lemma in _LIGHT or not (a.verb and a.verb.transitive) for a in readings
    ):
        return None
    if len(surface) < 4 or tokens.words[noun] in _LOOSE or not _is_plain_noun(surface):
        return None
    before = tokens.words[verb - 1] if verb else ""
    paired = tokens.words[noun + 1 : noun + 2] in (["et"], ["ou"], [","])
    reflexive = before in ("se", "s’", "en", "dont", "que", "qu’", "où")
    return None if reflexive or paired else noun


def _bare_superlative(tokens: Tokens, context: Context, segment: Segment, index: int) -> int | None:
    """*plus* in *l’un des ponts plus anciens*."""
    tags, words = context.tags(segment), tokens.words
    if (
        index + 2 >= len(words)
        or not tags[index + 1].startswith("ADJ")
        or not tags[index - 1].startswith("NOUN")
    ):
        return None
    start = index - 2
    while start > 1 and tags[start].startswith("ADJ"):
        start -= 1
    among = start > 0 and (words[start] == "des" and words[start - 1] in ("un", "une"))
    compared = "que" in words[index : index + 8] or "qu’" in words[index : index + 8]
    return index if among and not compared else None


def _bare_disease(tokens: Tokens, index: int) -> int | None:
    """*liées à COVID-19*; only behind *de* the name may stand alone (*un cas de Covid-19*)."""
    before = tokens.words[index - 1] if index else ""
    return (
        index
        if before in ("à", "pour", "contre", "avec", "dans", "sur", "par") and tokens.spaced(index - 1)
        else None
    )


def _follows_verb(tags: list[str], noun: int) -> bool:
    return (
        noun > 0 and tags[noun].startswith("NOUN") and tags[noun - 1].startswith(("VERB.3", "INF", "PPRES"))
    )


def _bare_in_list(tokens: Tokens, context: Context, segment: Segment, comma: int) -> int | None:
    """The second noun of *comme le rugby, tennis ou escrime*, where a third is bare, too."""
    if comma < 3:
        return None
    tags, words = context.tags(segment), tokens.words
    article = comma - 2 - tags[comma - 1].startswith("ADJ")
    noun = comma + 1
    if article < 1 or noun + 2 >= len(words) or words[article] not in ("le", "la", "l’"):
        return None
    if not tags[article].startswith("DET") or not tags[article + 1].startswith("NOUN"):
        return None
    if not (tags[article - 1].startswith(("VERB.3", "INF", "PPRES")) or words[article - 1] in _OPENS_LIST):
        return None
    link = noun + 1 + tags[noun + 1].startswith("ADJ")
    if link + 1 >= len(words) or words[link] not in (",", "et", "ou"):
        return None
    both = _is_bare(tokens, tags, noun) and _is_bare(tokens, tags, link + 1)
    return noun if both and tokens.surface(article + 1).islower() else None


def _is_bare(tokens: Tokens, tags: list[str], noun: int) -> bool:
    surface = tokens.surface(noun)
    return (
        tags[noun].startswith("NOUN") and surface.islower() and len(surface) > 3 and _is_plain_noun(surface)
    )


_Finder = Callable[[Tokens, Context, Segment, int], "int | None"]
_KEYS: dict[str, _Finder] = {
    **dict.fromkeys(_PERSONS, _bare_object),
    **dict.fromkeys(_LISTED, _bare_in_list),
    **dict.fromkeys(_DEGREES, _bare_superlative),
    **dict.fromkeys(_INSIDE, _bare_inside),
}
