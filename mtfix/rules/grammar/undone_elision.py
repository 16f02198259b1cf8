"""Elision and contraction left undone: `que il`, `de le chef`."""

import re
from collections.abc import Iterator

from mtfix.french.elision import barred, mute_h_stems
from mtfix.french.words import AUXILIARIES, FUNCTION_WORDS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
_VOWELS = "aeiouàâéèêëîïôöùûœæ"
_LETTER = r"[^\W\d_]"
_ELIDABLE = re.compile(
    r"(?<![\w'’.-])(?P<word>[dlsjnmtc]e|la|que|si|jusque|lorsque|puisque|quoique|quelque|presque|du|au)"
    rf"{_SPACE}(?P<next>[hy{_VOWELS}]{_LETTER}*(?:['’-]{_LETTER}+)*)(?![\w'’-])",
    re.IGNORECASE,
)
_UNCONTRACTED = re.compile(
    rf"(?<![\w'’.-])(?P<word>[Dd]e|[Àà]){_SPACE}(?P<article>[Ll]es?)"
    rf"(?={_SPACE}(?P<next>\d|{_LETTER}[\w'’-]*))"
)
_CONTRACTED = {("d", "le"): "u", ("d", "les"): "es", ("à", "le"): "au", ("à", "les"): "aux"}
_BEFORE = re.compile(rf"({_LETTER}+(?:['’-]{_LETTER}+)*['’]?)[\s]$")
_AFTER = re.compile(rf"\s*({_LETTER}+)")

_PERSONS = frozenset(("il", "ils", "elle", "elles", "on"))
# Foreign words that can stand behind « de », « la », « me »: an unquoted title is no French phrase.
_FOREIGN = frozenset(
    "of and in is as at all are it an or if us out up other our every about after again always ever old "
    "own open online indie even else another any ask es el els al alla allo ella este esta em um uma ao "
    "aos het een".split()
)
_FRENCH_ENDINGS = frozenset(
    "opéra agenda aura extra aléa ira alla arriva annonça aima aida appela écho euro".split()
)
# Letters and beginnings of Spanish, Czech, Latin …
_UNFRENCH = re.compile(r".*[áãäåąćčďęěíłńňñóõöøřśšťúůýžß]|[iI][aeu]")
_MEASURES = frozenset(
    "mètre kilomètre centimètre kilo kilogramme gramme litre tonne degré pour million milliard euro "
    "dollar franc an mois jour heure minute seconde semaine point cent pourcent deux trois quatre cinq "
    "six sept dix vingt trente mille tier quart demi sur virgule contre à ou et".split()
)
_PLURAL = re.compile(r".*(?:[eéntld]s|[^v]ers)")
_INVERTED = frozenset("et ou où à au aux".split())
# « la » is often « là » without its accent: « ce jour la il pleuvait ».
_NO_NOUN = (
    _INVERTED
    | _PERSONS
    | frozenset(
        "un une en avec après avant alors aussi ainsi ici entre est a ont ai es avait était ensuite "
        "enfin y".split()
    )
)
_CLITIC_HOSTS = frozenset(
    "je tu il elle on nous vous ils elles qui ne pas à de pour sans et ou ça cela ceci d’y de".split()
)
# Nouns and adjectives that look like infinitives: « de le maire », not « de le faire ».
_NOUN = re.compile(
    r"(?!(?:re|dé|satis|contre)?faire|(?:com|dé)?plaire|taire|(?:ex|dis|sous|abs)?traire|braire|boire|croire)"
    r"(?:.*(?:aire|ère|oire|ture|cadre|membre|mbre|centre|ministre|titre|pitre|âtre|mètre|tigre|livre|offre|chiffre"
    r"|genre|semestre|trimestre|registre)|(?:dés)?ordre|maître|empire|navire|pire|premier|dernier|quartier|dossier"
    r"|chantier|courrier|papier|métier|policier|officier|janvier|février|leader|foyer|loyer|danger|soir|espoir"
    r"|miroir|trottoir|couloir|noir|plaisir|désir|tir|cuir|cancer|fer|poker|hiver|reporter|manager)"
)
_INFINITIVE = re.compile(r".*(?:er|[iï]r|re)")
_ADVERBS = frozenset(
    "y en lui leur me te se nous vous mal mieux vite souvent trop tout tous toute toutes rien ne faire "
    "plus moins bien jamais toujours encore aussi déjà même mêmes".split()
)
_TOWNS = frozenset(
    "Mans Havre Caire Creusot Touquet Bourget Raincy Vésinet Chesnay Kremlin-Bicêtre Puy-en-Velay Cap "
    "Pirée Lamentin Robert Gosier Moule Tampon Port Mureaux Ulis Lilas Abymes".split()
)
# Capitalised words that are French beyond doubt and take an article.
_ARTICLE_NAMES = frozenset(
    "Afrique Albanie Algérie Allemagne Alsace Amazonie Amérique Andalousie Angleterre Antarctique "
    "Aquitaine Arabie Arctique Argentine Arménie Asie Atlantique Australie Autriche Auvergne Azerbaïdjan "
    "Écosse Égypte Église Élysée Équateur Érythrée Espagne Estonie État Éthiopie Europe Eurovision Inde "
    "Indonésie Irak Iran Irlande Islande Italie Occident Océanie Oural Ouganda Ouzbékistan Ukraine "
    "Uruguay Assemblée Administration Agence Académie Organisation Institut Office Observatoire "
    "Association Armée Ambassade Université Euphrate Himalaya Hexagone Antiquité Internet Ossétie Ontario "
    "Alabama Alaska Arizona Arkansas Idaho Illinois Indiana Iowa Ohio Oklahoma Oregon Utah".split()
)


# Names that every French newspaper elides before.
_ELIDED_NAMES = frozenset(
    "Abdel Abidjan Adèle Adrien Agnès Ahmed Ahmadinejad Airbus Alain Albert Alep Alexandre Alexis Alger "
    "Ali Alice Amazon Amnesty Amsterdam André Andrea Angela Ankara Anne Annie Antoine Anvers Apple Arafat "
    "Arles Arnaud Arthur Assad Athènes Aubervilliers Audrey Auguste Aurélie Auschwitz Avignon Édimbourg "
    "Édith Édouard Edouard Eiffel Élisabeth Elisabeth Élise Elon Éloïse Émile Émilie Emma Emmanuel "
    "Emmanuelle Enzo Erdogan Erdoğan Erevan Éric Eric Eltsine Érik Ernest Estelle Esther Étienne Etienne "
    "Eva Évry Ibrahim Inès Ingrid Irène Isabelle Isabel Islamabad Israël Istanbul Italo Ivan Obama Octave "
    "Odessa Olivier Olaf Omar Oscar Oslo Ottawa Oussama Oxford Ulysse Ursula Urbain Ushuaïa Utrecht "
    "Amiens Angers Angoulême Annecy Arras Orléans Orly Aix-en-Provence Aix Agen Albi Alès Auxerre".split()
)


class UndoneElision(Rule):
    """Two words that French always melts into one sound: `que il` → `qu’il`, `de le chef` → `du chef`.

    Elision before a vowel or a mute h, *s’il*, and the contractions *du, des, au, aux* are compulsory in
    French.  Systems that replace a word after translating leave them undone.  The second word is judged by
    its letters: words with an aspirate h (*le héros*), and *onze, oui, ouistiti, uhlan, yaourt* take no
    elision; neither do acronyms, single letters, *un* as a figure before a unit, or words that look foreign.

    Left alone: the pronoun before an infinitive (*afin de le convaincre*), family names (*de Le Pen*),
    titles, and the names of foreign persons and brands, before which usage wavers (*de Enron*).
    """

    code = "GRM803"
    name = "undone-elision"
    severity = Severity.MINOR
    safety = Safety.SAFE
    category = Category.LINGUISTIC
    confidence = 0.97
    title = Bilingual(en="elision or contraction left undone", fr="élision ou contraction manquante")
    message = Bilingual(
        en="{text} must be joined: {correct}.",
        fr="L’élision ou la contraction est obligatoire : {correct} et non {text}.",
    )
    bad = (
        Bad("Le porte-parole ⟦de le⟧ ministère a démenti.", ("du",)),
        Bad("La lettre a été remise ⟦à les⟧ syndicats hier.", ("aux",)),
        Bad("Les policiers assurent ⟦que il⟧ a pris la fuite.", ("qu'il",)),
        Bad("Ils ont salué ⟦la action⟧ des secours.", ("l'action",)),
        Bad("C’est l’équipe ⟦de Emmanuel⟧ Macron.", ("d’Emmanuel",)),
        Bad("Nul ne sait ⟦si il⟧ viendra.", ("s'il",)),
        Bad("Le projet ⟦ne est⟧ pas abandonné.", ("n'est",)),
        Bad("Le trafic ⟦se est⟧ interrompu.", ("s'est",)),
        Bad("Il a fallu marcher ⟦jusque à⟧ la frontière.", ("jusqu'à",)),
        Bad("⟦Le Afrique⟧ attend des vaccins.", ("L'Afrique",)),
        Bad("Selon ⟦le hôpital⟧, deux patients vont mieux.", ("l'hôpital",)),
        Bad("Les avocats ⟦de les⟧ deux camps se sont parlé.", ("des",)),
        Bad("Le bateau est arrivé ⟦à Le⟧ Havre dimanche.", ("au",)),
        Bad("Le siège ⟦du entreprise⟧ a fermé.", ("de l'entreprise",)),
    )
    good = (
        Good("Il promet de le faire, de les y aider et de le mieux défendre."),
        Good("Les onze joueurs ont salué le héros ; le oui l’emporte, la une du journal le dit."),
        Good("Les partisans de Le Pen lisent Le Monde."),
        Good("Il faut passer de un à dix, de huit à onze, de A à Z."),
        Good("Dois-je aller plus loin ? Faites-le entrer, prends-la avec toi."),
        Good("Un contrat de UBS et un but du joueur dit de Andrade."),
        Good("Le père de Ioulia et le peuple du Yémen, que Ouagadougou accueille."),
        Good("Il refuse de le conclure, au point de les mordre ; il avait du auparavant céder."),
        Good("Ce jour la il pleuvait ; il aurait du entrer."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _ELIDABLE.finditer(text):
            joined = _joined(match, text, context.apostrophe)
            if joined:
                yield self.finding(segment, *match.span(), joined, correct=joined)
        for match in _UNCONTRACTED.finditer(text):
            if _contracts(match, text):
                start, end = match.start(), match.end("article")
                preposition = match["word"][0]
                tail = _CONTRACTED[preposition.lower(), match["article"].lower()]
                joined = preposition + tail if preposition in "dD" else _like(preposition, tail)
                yield self.finding(segment, start, end, joined, correct=joined)


def _like(model: str, word: str) -> str:
    return word.capitalize() if model.isupper() else word


def _joined(match: re.Match[str], text: str, apostrophe: str) -> str | None:
    """The elided words, or None where French does not elide."""
    word, following = match["word"], match["next"]
    if (len(word) > 1 and word.isupper()) or _wavers(following) or not _has_vowel_sound(following):
        return None
    before = _word_before(text, match.start())
    after = _word_after(text, match.end())
    folded = word.lower()
    accept = _NAMES.get(folded) if following[0].isupper() else _TESTS[folded]
    if accept is None or not accept(before, following, after):
        return None
    if folded in ("du", "au"):
        return _like(word[0], "de l" if folded == "du" else "à l") + apostrophe + following
    return word[:-1] + apostrophe + following


def _contracts(match: re.Match[str], text: str) -> bool:
    """Whether an article stands behind the preposition, and no pronoun."""
    following = match["next"].rstrip("'’-")
    if match["article"][0] == "L":
        return following in _TOWNS
    folded = following.lower()
    if match["article"] == "le" and (folded[0] in _VOWELS or folded == "y" or _mute_h(folded)):
        return False
    if not following[0].islower():
        return True
    if following != match["next"] or folded in _ADVERBS or folded in FUNCTION_WORDS:
        return False
    if match["article"] == "les" and folded[-1] not in "sxz":
        return False
    if folded.endswith("ment") and _INFINITIVE.fullmatch(_word_after(text, match.end("next"))):
        return False
    if folded.endswith(("é", "ée", "és", "ées", "ez")) and not folded.endswith(("té", "tés", "ché", "chés")):
        return False
    singular = folded[:-1] if match["article"] == "les" else folded
    return not _INFINITIVE.fullmatch(singular) or _NOUN.fullmatch(singular) is not None


def _has_vowel_sound(word: str) -> bool:
    """Whether French elides before the word, as far as its letters tell."""
    if len(word) == 1:
        return word in "ayà"
    if word.lower() in barred() or not _looks_french(word) or word[0] in "yY":
        return False
    if word[0] in "hH":
        return _mute_h(word)
    return not word.endswith(("a", "o", "as", "os")) or word in _FRENCH_ENDINGS or word in _ARTICLE_NAMES


def _looks_french(word: str) -> bool:
    """Whether it is neither an acronym, nor « e-mail » or « un’altra », nor a word of another language."""
    if word[1] == "-" or word[1:] != word[1:].lower():
        return False
    if ("’" in word or "'" in word) and not word.startswith("aujourd"):
        return False
    return word.lower() not in _FOREIGN and not _UNFRENCH.match(word)


def _mute_h(word: str) -> bool:
    return word.startswith(mute_h_stems())


def _word_before(text: str, offset: int) -> str:
    found = _BEFORE.search(text, max(0, offset - 30), offset)
    return found.group(1).replace("'", "’") if found else ""


def _word_after(text: str, offset: int) -> str:
    found = _AFTER.match(text, offset)
    return found.group(1).lower() if found else ""


def _counts_nothing(after: str) -> bool:
    """Whether *un* is an article: before a unit or a fraction it is a figure (« moins de un pour cent »)."""
    return len(after) > 3 and after.rstrip("s") not in _MEASURES and not after.endswith("ième")


def _wavers(following: str) -> bool:
    """Whether it is a name before which not every house elides."""
    return following[0].isupper() and following not in _ARTICLE_NAMES and following not in _ELIDED_NAMES


def _in_name(before: str) -> bool:
    """Whether the word before is a capitalised name: « Luis de Andrade », « Casa de oro »."""
    return before[:1].isupper() and before.lower() not in FUNCTION_WORDS


def _before_article(before: str, following: str, after: str) -> bool:
    # « la ajustements » wants « les », which elision would hide.
    return following not in _NO_NOUN and not _in_name(before) and not _PLURAL.fullmatch(following)


def _before_de(before: str, following: str, after: str) -> bool:
    if following in ("un", "une"):
        return _counts_nothing(after) and not _in_name(before)
    return following not in _INVERTED and len(following) > 1 and not _in_name(before)


def _before_que(before: str, following: str, after: str) -> bool:
    if following in ("un", "une"):
        return _counts_nothing(after)
    return following not in ("et", "ou", "où") and (following not in ("a", "y") or bool(after))


def _before_je(before: str, following: str, after: str) -> bool:
    return following not in ("et", "ou", "où", "a", "à") and before not in ("le", "un", "ce", "mon", "du")


def _before_ne(before: str, following: str, after: str) -> bool:
    return following not in ("et", "ou", "où", "à", "un", "une") and bool(before)


def _before_se(before: str, following: str, after: str) -> bool:
    return following not in ("et", "ou", "où", "à", "un", "une", "on", "il", "elle") and bool(before)


def _before_me(before: str, following: str, after: str) -> bool:
    return before.lower() in _CLITIC_HOSTS and _before_se(before, following, after)


def _before_si(before: str, following: str, after: str) -> bool:
    return following in ("il", "ils") and before not in ("le", "un", "du", "en")


def _before_ce(before: str, following: str, after: str) -> bool:
    loose = before.lower() not in FUNCTION_WORDS or before.lower() in ("que", "mais", "car", "si", "quand")
    return following in ("est", "était", "étaient") and loose


def _before_jusque(before: str, following: str, after: str) -> bool:
    return following in ("à", "au", "aux", "en", "ici", "alors", "où", "après", "avant")


def _before_lorsque(before: str, following: str, after: str) -> bool:
    return following in _PERSONS or following in ("un", "une", "en", "à")


def _before_quelque(before: str, following: str, after: str) -> bool:
    return following in ("un", "une")


def _before_presque(before: str, following: str, after: str) -> bool:
    return following in ("île", "îles")


def _after_contraction(before: str, following: str, after: str) -> bool:
    # « il aurait du entrer » lacks an accent, not an article.
    if len(following) < 3 or following in FUNCTION_WORDS or following in _PERSONS:
        return False
    if before.lower() in AUXILIARIES or _in_name(before):
        return False
    return not _INFINITIVE.fullmatch(following) or _NOUN.fullmatch(following) is not None


def _name_with_article(before: str, following: str, after: str) -> bool:
    return following in _ARTICLE_NAMES and not _in_name(before)


def _name_after_de(before: str, following: str, after: str) -> bool:
    """Only behind a common noun: in « dit de Oliveira » it is a family name."""
    glide = re.match(r"(?:Ou|I|U|Eu|Y)[aeiouéèy]|One$|Uni|Eu|Is[ao]", following)
    foreign = before.lower() in FUNCTION_WORDS or before.endswith(("é", "it", "o", "a", "os", "as", "ant"))
    return not glide and len(following) > 3 and len(before) > 3 and before.islower() and not foreign


def _name_after_que(before: str, following: str, after: str) -> bool:
    return following in _ARTICLE_NAMES and before.islower()


_TESTS = {
    "le": _before_article,
    "la": _before_article,
    "de": _before_de,
    "que": _before_que,
    "je": _before_je,
    "ne": _before_ne,
    "se": _before_se,
    "me": _before_me,
    "te": _before_me,
    "si": _before_si,
    "ce": _before_ce,
    "jusque": _before_jusque,
    "lorsque": _before_lorsque,
    "puisque": _before_lorsque,
    "quoique": _before_lorsque,
    "quelque": _before_quelque,
    "presque": _before_presque,
    "du": _after_contraction,
    "au": _after_contraction,
}
_NAMES = {
    "le": _name_with_article,
    "la": _name_with_article,
    "de": _name_after_de,
    "que": _name_after_que,
    "du": _name_with_article,
    "au": _name_with_article,
}
