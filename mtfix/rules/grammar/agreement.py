"""Agreement: `les négociations … a repris`, `trois char lourd`, `elle est arrivé`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from mtfix.french.inflection import agree_word, conjugate
from mtfix.french.lexicon import Gender, Number, lexicon
from mtfix.french.sounds import sounds_alike
from mtfix.french.tokens import Tokens
from mtfix.french.words import DAYS, MONTHS
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.grammar.apart_agreement import ALL_OF, BEING, all_of, inverted_attribute, leading_participle
from mtfix.rules.grammar.auxiliary_agreement import (
    PLURAL,
    PLURAL_MODALS,
    SINGULAR,
    SINGULAR_MODALS,
    auxiliary_clash,
    modal_clash,
)
from mtfix.rules.grammar.chain_agreement import chain_clash, pair_clash
from mtfix.rules.grammar.noun_agreement import adjective_clash, ahead_clash, determiner_clash
from mtfix.rules.grammar.noun_group import (
    CONTRACTIONS,
    DETERMINERS,
    Fault,
    Group,
    Pair,
    complements_end,
    ends_word,
    group_at,
    is_number,
    nominal,
    only,
    plain,
)
from mtfix.text import Segment

_PREPOSITIONS = frozenset(
    "de d’ du des à au aux en dans sur sous entre avec sans contre pour par chez vers envers".split()
)
# Behind these a complement decides the number, or either is right.
_COLLECTIVES = frozenset(
    "majorité minorité plupart partie moitié tiers quart dizaine douzaine quinzaine vingtaine trentaine "
    "quarantaine cinquantaine soixantaine centaine millier million milliard nombre totalité ensemble reste "
    "série foule multitude poignée quantité groupe équipe troupe bande masse infinité paire couple peu "
    "pourcentage part proportion type sorte genre espèce tas flot nuée vague pléiade kyrielle total trio "
    "quatuor collection liste gamme lot ribambelle somme myriade panel échantillon flopée essaim "
    "quantité assemblée comité fraction segment variété cortège succession chaîne famille force majeure "
    "plus moins demi duo binôme tandem club orchestre pour tonne kilo dose chapelet éventail cohorte".split()
)
_LINKS = frozenset("ne n’ y en s’ se lui leur me m’ te t’ nous vous".split())
_MODALS = frozenset("pouvoir devoir".split())
_ADVERBS = frozenset(
    "pas plus jamais point guère encore déjà aussi très trop toujours souvent bien donc également alors "
    "désormais ensuite enfin peu assez si tellement presque vraiment maintenant cependant pourtant toutefois "
    "depuis aujourd’hui hier".split()
)
_OBJECT_AHEAD = frozenset(
    "que qu’ dont combien quel quelle quels quelles lesquels lesquelles laquelle lequel où ce qui".split()
)
_TITLES = frozenset("monsieur madame majesté excellence altesse sainteté".split())
# Dates, and words that many leave without a plural.
_UNCOUNTED = frozenset(
    (
        *MONTHS,
        *"rue avenue boulevard place quai chemin bis aout ter allée route pour cent square cours impasse".split(),
        "pourcent",
        "people",
        "confetti",
        "curriculum",
        "don",
        "besoin",
        "peur",
        "faim",
        "raison",
        "tort",
    )
) | frozenset(
    "micro macro méga mini maxi multi mono pro nano auto euro franc standard record express".split()
)
# Behind a day or an hour the subject may follow: « Le lundi ont eu lieu les obsèques ».
_TIMES = frozenset(
    (
        *DAYS,
        *MONTHS,
        *"matin soir midi jour lendemain veille nuit soirée matinée semaine mois année an été hiver".split(),
    )
)
_BEFORE_QUE = frozenset("alors tandis parce pendant fait sorte condition dire".split())
_CIRCUMSTANCES = frozenset("en dans à au aux depuis après avant pendant durant selon lors dès sur".split())
_COUNTERS = frozenset(("quelques", "plusieurs"))
_SLIP = 0.7
_LONGEST_OPENING = 9
_LONGEST_CLAUSE = 14
_OPENERS = frozenset((".", "!", "?", "…", "«", "“", '"', ":", ";"))
_NOT_PARTICIPLE_HEADS = frozenset("bel droit dit fait été eu vu partie".split())
# Nouns that stand behind *être* without a determiner, and adjectives that do not agree there.
_NOT_ATTRIBUTES = frozenset(
    "partisan victime témoin juge maître bleu vert rouge noir blanc gris jaune rose marron orange standard membre "
    "chef candidat favori favorite propriétaire responsable voisin leader partie candidate garant prisonnier allié "
    "actionnaire héritier premier second deuxième troisième dernier dernière première seconde numéro super".split()
)
_PERSONAL: dict[str, frozenset[Pair]] = {
    "elle": frozenset((("f", "s"),)),
    "elles": frozenset((("f", "p"),)),
    "ils": frozenset((("m", "p"),)),
    "il": frozenset((("m", "s"),)),
}


class Agreement(Rule):
    """Words that belong together and do not agree: determiner and noun, subject and verb, subject and participle.

    Systems that choose word by word lose the agreement, above all where another noun stands between (*les
    négociations entre les deux camps a repris*).  What is looked at:

    - a plural determiner or a numeral before a noun in the singular, and the reverse;
    - a noun and the adjective behind it, where no other noun can be meant;
    - the subject that opens a sentence, with its complements, and its verb; two subjects joined by *et*;
      *qui* directly behind a noun, and the verb behind *qui*;
    - *être* with a participle or an adjective behind a pronoun, or behind such a subject;
    - a participle or adjective that opens the sentence, and the subject behind the comma or behind *être* (*Basé à
      Lyon, la société …*);
    - *tout* and the noun behind its article (*tous les heures*);
    - *avoir* with a participle that agrees with the subject (*elles ont mangées*).

    Faults that people make too, because they are not heard (*elle est resté*, *les élu*), are in preview.

    Left alone: everything where another reading is possible, such as collectives (*une majorité d’élus ont …*),
    quantities (*dix ans est*), inverted subjects, words with two genders, words the lexicon does not know.
    """

    code = "GRM802"
    name = "agreement"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    doubtful_below = 0.8
    title = Bilingual(en="missing agreement", fr="accord manquant")
    message = Bilingual(
        en="“{text}” does not agree with the word it belongs to.",
        fr="« {text} » ne s’accorde pas avec le mot auquel il se rapporte.",
    )
    bad = (
        Bad("Trois ⟦char lourd⟧ bloquent la route.", ("chars lourds",)),
        Bad("Les deux ⟦dépôt⟧ de carburant brûlent.", ("dépôts",)),
        Bad("Ces ⟦maison⟧ datent de 1900.", ("maisons",)),
        Bad("Les discussions entre les deux syndicats ⟦a⟧ échoué.", ("ont",)),
        Bad("Le chef des rebelles ⟦ont⟧ signé un accord.", ("a",)),
        Bad("Le maire et le préfet ⟦a⟧ visité le quartier.", ("ont",)),
        Bad("Elle est ⟦arrivé⟧ lundi à Rome.", ("arrivée",)),
        Bad("Ils sont déjà ⟦parti⟧.", ("partis",)),
        Bad("La ville n’a pas été ⟦prévenu⟧ à temps.", ("prévenue",)),
        Bad("La Pologne n’a pas voté et n’a pas été ⟦invité⟧ au sommet.", ("invitée",)),
        Bad("Elles ont ⟦mangées⟧ une pomme.", ("mangé",)),
        Bad("Il a vu les manifestants qui ⟦a⟧ bloqué le pont.", ("ont",)),
        Bad("Les pompiers, réunis à Lens, ⟦a⟧ refusé.", ("ont",)),
        Bad("Les élus qui dirigent la région ⟦a⟧ refusé.", ("ont",)),
        Bad("⟦Le disquette⟧ est vide.", ("La disquette",)),
        Bad("Il a signé dans la ⟦publications⟧.", ("publication",)),
        Bad("On harmonise ⟦la⟧ lois locales.", ("les",)),
        Bad("Les chars ⟦lourd⟧ sont arrivés.", ("lourds",)),
        Bad("Il paraît que 200 gardes ⟦avait⟧ été assurées.", ("avaient",)),
        Bad("Depuis hier les ponts du village sont ⟦bloqué⟧.", ("bloqués",)),
        Bad("La tempête a abattu 60 ⟦arbre⟧ en une nuit.", ("arbres",)),
        Bad("Beaucoup de tentes ⟦résiste⟧ au vent.", ("résistent",)),
        Bad("Cinq des neuf juges du tribunal ⟦a⟧ voté contre.", ("ont",)),
        Bad("Il faut ⟦son propre famille⟧.", ("sa propre famille",)),
        Bad("Il vend des tables de jardin ⟦pliante⟧ à bas prix."),
        Bad(
            "Cette chaise offre une surface sécurisée et ⟦matelassé⟧ afin que tous y soient bien.",
            ("matelassée",),
        ),
        Bad("Les quatre pierres de taille peuvent être ⟦placé⟧ dans la cour.", ("placées",)),
        Bad("Construite en bois, cette rampe ⟦améliorent⟧ la sécurité.", ("améliore",)),
        Bad("⟦Basé⟧ à Lyon depuis dix ans, la société emploie cent personnes.", ("Basée",)),
        Bad("Récemment ⟦rénovés⟧ par la ville, le pont rouvre.", ("rénové",)),
        Bad("Et tout aussi ⟦différent⟧ est la façade.", ("différente",)),
        Bad("Le maire a payé pour ⟦tous⟧ les chaises.", ("toutes",)),
    )
    good = (
        Good("Une majorité de députés ont voté ; la moitié des élus sont absents."),
        Good("Les langues française et anglaise sont enseignées ; trois chars lourds passent."),
        Good("Dix ans de prison est une peine lourde."),
        Good("Elle est ministre, elle s’est dit que tout irait bien."),
        Good("Les pommes qu’elles ont mangées étaient mûres ; ils sont légion."),
        Good("Les Échos a publié un des rapports qui a fait scandale."),
        Good("La femme du maire et le préfet ont été invités ; la ville n’a pas été prévenue."),
        Good("Les conditions de vente et les coûts varient et sont touchés par la crise."),
        Good("Elle a l’air jolie, il a pour sa part indiqué qu’il resta quelques jours pensif."),
        Good("Le deux mars, vingt pourcent des élus sont venus ; le minimum vieillesse augmente."),
        Good("On est partis hier, ils se sont succédé, les élus ont été faits prisonniers."),
        Good("Née à Lyon, le maire est en poste depuis 2014. Comparé à mai, la hausse est forte."),
        Good("Vu de loin, la tour penche. Né à Rome, sa mère est italienne. Elles ont tous les bras nus."),
        Good("Élus en mai, la maire et ses adjoints ont signé. On peut être fatigués."),
        Good("Il a passé deux années heureux ; elle rend la vie des gens plus belle."),
        Good("Il porte un drapeau à la bannière étoilée et muni d’une hampe."),
        Good("Certain est le fait que le maire part ; tel est la question."),
        Good("Des mesures phare et des robes marron sont annoncées."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        tags = context.tags(segment)
        taken = -1
        starts = context.sentence_starts(segment)
        for index, word in enumerate(tokens.words):
            if tokens.starts[index] in starts:
                fault = leading_participle(tokens, tags, index)
                if fault is not None:
                    first, taken, suggestions = fault
                    yield self.finding(segment, tokens.starts[first], tokens.ends[taken], *suggestions)
            for find in _FINDERS.get(word) or _unlisted(word, tags[index]):
                fault = find(tokens, tags, index)
                if fault is not None and fault[0] > taken:
                    first, last, suggestions = fault
                    taken = last
                    yield self.finding(
                        segment,
                        tokens.starts[first],
                        tokens.ends[last],
                        *suggestions,
                        confidence=None if find in _MACHINES or _is_sure(tokens, index, fault) else _SLIP,
                    )
                    break


def _unlisted(word: str, tag: str) -> tuple[_Finder, ...]:
    """What a word that begins nothing by itself may be part of."""
    if tag.startswith(("ADJ", "PPAST")):
        return _CHAINED
    return _COUNTING if word[0] in "23456789" else ()


def _is_sure(tokens: Tokens, index: int, fault: Fault) -> bool:
    """Whether the fault is none of those that people make, too: what is heard alike (*les élu*, *elle est resté*)."""
    first, last, suggestions = fault
    if tokens.words[index] in _COUNTERS or _is_figure(tokens.words[index]):
        return True
    written = tokens.between(first, last)
    return bool(suggestions) and not any(sounds_alike(written, correct) for correct in suggestions)


def _number_clash(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """A plural determiner or a numeral, and a noun in the singular: *les deux centre*."""
    word = tokens.words[index]
    if not (_is_figure(word) and _counts(tokens, tags, index)) and not tags[index].startswith("DET"):
        return None
    place = index + 1
    while place < len(tokens) and (
        is_number(tokens.words[place]) or tokens.words[place] in ("autres", "mêmes")
    ):
        place += 1
    if place >= len(tokens) or not tags[place].startswith("NOUN") or not plain(tokens, place):
        return None
    noun = tokens.words[place]
    # Behind « les » a verb may stand: « il les porte ».
    certain = place > index + 1 or tokens.words[index] not in ("les", "leurs")
    if not only(noun, "NOUN ADJ VERB" if certain else "NOUN ADJ") or any(
        number == "p" for _, number in nominal(noun, True)
    ):
        return None
    if noun in _UNCOUNTED or not ends_word(tokens, place) or not nominal(noun, True):
        return None
    if tokens.words[place + 1 : place + 3] == ["à", noun]:
        return None
    if index and tokens.words[index - 1] in ("virgule", "tous", "toutes"):
        return None
    return _pluralised(tokens, tags, place)


def _is_figure(word: str) -> bool:
    """Whether the word is a number of two or more, in letters or in figures, and no year."""
    return is_number(word) or (word.isdigit() and (len(word) < 4 or len(word) > 4))


def _counts(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether the numeral counts things: not « page deux », « vingt heures trente »."""
    if not index:
        return True
    if tokens.words[index].isdigit() and not (tokens.words[index - 1].isalpha() and tokens.spaced(index - 1)):
        return False  # « 1/5 », « 18-20 »
    return not tags[index - 1].startswith(("NOUN", "NAME", "ADJ", "NUM"))


def _pluralised(tokens: Tokens, tags: list[str], noun: int) -> Fault:
    last = noun
    agreeing = nominal(tokens.words[noun], True)
    while last + 1 < len(tokens) and tokens.spaced(last) and tags[last + 1].startswith(("ADJ", "PPAST")):
        own = nominal(tokens.words[last + 1], False)
        if not own & agreeing or any(number == "p" for _, number in own):
            break
        last += 1
    forms = [agree_word(tokens.surface(noun), "", "p", "NOUN")]
    forms += [agree_word(tokens.surface(i), "", "p") for i in range(noun + 1, last + 1)]
    written = [form for form in forms if form]
    return noun, last, (" ".join(written),) if len(written) == len(forms) else ()


def _opens(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether a clause begins at the token, so that a noun group there is its subject."""
    if index == 0 or tokens.words[index - 1] in _OPENERS:
        return True
    before = tokens.words[index - 1]
    if before in ("mais", "car", "lorsque", "puisque"):
        return True
    if before == "que" and index > 1:
        return tags[index - 2].startswith(("VERB", "PPAST")) or tokens.words[index - 2] in _BEFORE_QUE
    return before == "," and _introduced(tokens, tags, index - 1)


def _introduced(tokens: Tokens, tags: list[str], comma: int) -> bool:
    """Whether the sentence begins with a circumstance that ends at the comma: *En mai, les …*."""
    start = comma
    while start and tokens.words[start - 1] not in _OPENERS:
        start -= 1
        if tokens.words[start] in (",", "et", "ou", "ni") or tags[start].startswith(("VERB", "AUX")):
            return False
    if comma - start > _LONGEST_OPENING or start == comma:
        return False
    if tags[start].startswith("PPAST") or (tags[start] == "ADV" and tags[start + 1].startswith("PPAST")):
        return True  # « Construit en bois, le pont … »
    return tags[start].startswith("PREP") and tokens.words[start] in _CIRCUMSTANCES


def _subject(tokens: Tokens, tags: list[str], index: int) -> tuple[Group, int] | None:
    """The subject that opens a sentence, and the token behind it."""
    if not _opens(tokens, tags, index) or tokens.words[index] in ("de", "d’", "au", "aux", "du"):
        return None
    group = group_at(tokens, tags, index)
    if group is None or any(tags[i] == "NUM" for i in range(index, group.noun)):
        return None
    if not tokens.surface(group.noun).islower() or tokens.words[group.noun] in _TITLES:
        return None
    end = complements_end(tokens, tags, group, _PREPOSITIONS)
    if end is not None and end + 1 < len(tokens):
        end = _behind_clause(tokens, tags, end)
    return None if end is None or end >= len(tokens) else (group, end)


def _behind_clause(tokens: Tokens, tags: list[str], end: int) -> int:
    """The token behind a clause that belongs to the subject: *, réunis à Rome,* or *qui dirigent le pays*."""
    if tokens.words[end] == "qui":
        verb = _finite(tokens, tags, end + 1)
        return end if verb is None else _next_verb(tokens, tags, verb + 1, end)
    if tokens.words[end] != "," or not (tokens.words[end + 1] == "qui" or tags[end + 1].startswith("PPAST")):
        return end
    for place in range(end + 2, min(end + _LONGEST_CLAUSE, len(tokens) - 1)):
        if tokens.words[place] == ",":
            return place + 1 if _finite(tokens, tags, place + 1) is not None else end
        if tokens.words[place] in ("et", "ou", "que", "qu’", ":", "."):
            break
    return end


def _next_verb(tokens: Tokens, tags: list[str], start: int, otherwise: int) -> int:
    """The verb of the main clause, behind a relative one that has its own."""
    for place in range(start, min(start + _LONGEST_CLAUSE, len(tokens))):
        if tags[place].startswith(("VERB.3", "AUX.3")):
            behind = tags[place - 1].startswith(("NOUN", "NAME", "PPAST")) and place > start
            return place if behind else otherwise
        if tags[place].startswith(("PUNCT", "CONJ", "PRON", "VERB", "AUX")):
            break
    return otherwise


def _subject_verb(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """The subject that opens a sentence, and its verb."""
    read = _subject(tokens, tags, index)
    if read is None:
        return None
    group, end = read
    if tokens.words[end] == "et":
        return _two_subjects(tokens, tags, group, end)
    verb = _finite(tokens, tags, end)
    if verb is None or tokens.words[group.noun] in _TIMES or _collective(tokens, group):
        return None
    if tokens.words[group.first] == "des" and not tags[verb].startswith("AUX"):
        return None  # « Des faits résulte une question »
    if group.numbers == {"p"}:
        wanted: Number = "p"
    elif group.numbers == {"s"}:
        wanted = "s"
    else:
        return None
    return _verb_fault(tokens, tags, verb, wanted)


def _counted_subject(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Six des sept membres a voté*."""
    if index + 2 >= len(tokens) or tokens.words[index + 1] != "des" or not _opens(tokens, tags, index):
        return None
    end = complements_end(tokens, tags, Group(index, index, index, DETERMINERS["les"]), _PREPOSITIONS)
    verb = _finite(tokens, tags, end) if end is not None and end < len(tokens) else None
    if verb is None or not tags[verb].startswith("AUX"):
        return None
    return _verb_fault(tokens, tags, verb, "p")


def _many(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Beaucoup de tentes a*, *la plupart des élus a*: the verb goes with the plural noun."""
    if index + 3 >= len(tokens) or tokens.words[index + 1] not in ("de", "d’", "des"):
        return None
    start = index - 1 if tokens.words[index] == "plupart" else index
    noun = index + 2
    if start < 0 or not _opens(tokens, tags, start) or not tags[noun].startswith("NOUN"):
        return None
    found = nominal(tokens.words[noun], True)
    if not found or any(number == "s" for _, number in found):
        return None
    last = noun
    while last + 1 < len(tokens) and tags[last + 1].startswith("ADJ"):
        last += 1
    end = complements_end(tokens, tags, Group(noun, noun, last, found), _PREPOSITIONS)
    verb = _finite(tokens, tags, end) if end is not None and end < len(tokens) else None
    return None if verb is None else _verb_fault(tokens, tags, verb, "p")


def _collective(tokens: Tokens, group: Group) -> bool:
    """Whether a complement of the subject may decide the number of the verb."""
    if group.numbers != {"s"} or tokens.words[group.first : group.noun + 1] == ["le", "nombre"]:
        return False
    return _is_quantity(tokens, group)


def _is_quantity(tokens: Tokens, group: Group) -> bool:
    noun = tokens.words[group.noun].rpartition("-")[2]
    words = {noun, *lexicon().lemmas(noun, "NOUN")}
    return not _COLLECTIVES.isdisjoint(words)


def _two_subjects(tokens: Tokens, tags: list[str], group: Group, end: int) -> Fault | None:
    """*Le maire et le préfet a visité*."""
    # Behind a complement the second noun may belong to it: « le lien entre la folie et le rêve a … ».
    if (
        end > group.last + 1
        or end + 1 >= len(tokens)
        or tokens.words[index := end + 1] in ("de", "d’", *CONTRACTIONS)
    ):
        return None
    other = group_at(tokens, tags, index)
    if other is None or group.first == other.first or other.numbers != {"s"} or group.numbers != {"s"}:
        return None
    if other.noun > other.first + 1:
        return None  # « la fille et la seule héritière de X est »
    if tokens.words[group.first] in ("chaque", "aucun", "aucune") or _collective(tokens, group):
        return None
    found = complements_end(tokens, tags, other, _PREPOSITIONS)
    verb = _finite(tokens, tags, found) if found is not None and found < len(tokens) else None
    if verb is None or not tags[verb].startswith("AUX"):
        return None
    return _verb_fault(tokens, tags, verb, "p")


def _finite(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The finite verb at `index` or behind the pronouns there."""
    while index < len(tokens) and tokens.words[index] in _LINKS and not tags[index].startswith("PREP"):
        index += 1
    if index >= len(tokens) or not tags[index].startswith(("AUX.3", "VERB.3")) or "-" in tokens.words[index]:
        return None
    return index


def _verb_fault(tokens: Tokens, tags: list[str], verb: int, wanted: Number) -> Fault | None:
    word = tokens.words[verb]
    if not tokens.surface(verb).islower() or not _is_verb(tokens, tags, verb):
        return None
    readings = lexicon().analyses(word)
    if word not in ("a", "est", "été") and any(a.pos != "VERB" or a.tense == "ppast" for a in readings):
        return None
    finite = [a for a in readings if a.pos == "VERB" and a.person]
    if not finite or any(a.number in ("", wanted) and a.person == 3 for a in finite):
        return None
    auxiliaries = [a for a in finite if a.lemma in ("être", "avoir")]
    finite = auxiliaries or finite
    forms = {conjugate(a.lemma, a.tense, 3, wanted) for a in finite if a.person == 3 and a.tense != "imper"}
    likely = {conjugate(a.lemma, a.tense, 3, wanted) for a in finite if a.person == 3 and a.tense == "pres"}
    chosen = next(iter(likely or forms), None) if len(likely or forms) == 1 else None
    return verb, verb, (chosen,) if chosen else ()


def _is_verb(tokens: Tokens, tags: list[str], verb: int) -> bool:
    """Whether *a* is no *à*, and *être* does not join two nouns (*la nouveauté sont les passages*)."""
    place = verb + 1
    while place < len(tokens) and (tokens.words[place] in _ADVERBS or tags[place] == "ADV"):
        place += 1
    if place < len(tokens) and tokens.words[place] == "été":
        place += 1
        return place == len(tokens) or not tags[place].startswith(("DET", "NUM", "NOUN", "PRON"))
    tag = tags[place] if place < len(tokens) else ""
    if tokens.words[verb] == "a":
        return tag.startswith(("PPAST", "DET"))
    return "être" not in lexicon().lemmas(tokens.words[verb], "VERB") or not tag.startswith(
        ("DET", "NUM", "NOUN")
    )


def _relative(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Les manifestants qui a bloqué*."""
    verb = _finite(tokens, tags, index + 1) if index + 1 < len(tokens) else None
    if verb is None or index < 2 or not tokens.spaced(index - 1):
        return None
    start = index - 1
    while start and tags[start].startswith(("ADJ", "NOUN", "PPAST")):
        start -= 1
    group = group_at(tokens, tags, start)
    if group is None or group.last != index - 1 or tokens.words[start] in ("des", "aux", "du", "au"):
        return None
    if not _stands_first(tokens, tags, start) or _collective(tokens, group) or len(group.numbers) != 1:
        return None
    (number,) = group.numbers
    fault = _verb_fault(tokens, tags, verb, number)
    if fault is None and len(group.agreement) == 1:
        fault = _attribute(tokens, tags, index + 1, group.agreement)
        if fault is not None and _fits_earlier(tokens, tags, start, tokens.words[fault[0]]):
            return None
    return fault


def _fits_earlier(tokens: Tokens, tags: list[str], start: int, word: str) -> bool:
    """Whether a noun further ahead in the sentence can be what *qui* stands for."""
    own = nominal(word, False)
    for place in range(start - 1, -1, -1):
        if tokens.words[place] in (".", "!", "?"):
            return False
        if tags[place].startswith("NAME") or (
            tags[place].startswith("NOUN") and nominal(tokens.words[place], True) & own
        ):
            return True
    return False


def _stands_first(tokens: Tokens, tags: list[str], start: int) -> bool:
    """Whether nothing before the group can be what *qui* stands for."""
    if start == 0 or tokens.words[start - 1] in _OPENERS:
        return True
    return tags[start - 1].startswith(("VERB", "INF")) or (
        tags[start - 1].startswith("PPAST") and start > 1 and tags[start - 2].startswith("AUX")
    )


def _attribute(tokens: Tokens, tags: list[str], index: int, agreement: frozenset[Pair]) -> Fault | None:
    """*être* at or behind `index`, and a participle or adjective that cannot be the subject’s."""
    place = _after_be(tokens, tags, index, agreement)
    if place is None:
        return None
    while place < len(tokens) and (tokens.words[place] in _ADVERBS or _plain_adverb(tokens, tags, place)):
        place += 1
    if place >= len(tokens) or not tags[place].startswith(("PPAST", "ADJ")) or not plain(tokens, place):
        return None
    word = tokens.words[place]
    own = nominal(word, False)
    if tokens.words[place - 1] == "bien" and word in ("sûr", "entendu"):
        return None
    if not own or own & agreement or word in _NOT_PARTICIPLE_HEADS or not _is_attribute(word, tags[place]):
        return None
    if place + 1 < len(tokens) and tags[place + 1].startswith(("NOUN", "NUM")):
        return None
    return place, place, _agreed(tokens, place, agreement)


def _is_attribute(word: str, tag: str) -> bool:
    if tag.startswith("PPAST"):
        return only(word, "PPAST ADJ NOUN VERB")
    return only(word, "ADJ PPAST NOUN") and word not in _NOT_ATTRIBUTES


def _plain_adverb(tokens: Tokens, tags: list[str], place: int) -> bool:
    return tags[place] == "ADV" and tokens.words[place].endswith("ment")


def _agreed(tokens: Tokens, place: int, agreement: frozenset[Pair]) -> tuple[str, ...]:
    if len(agreement) != 1:
        return ()
    ((gender, number),) = agreement
    form = agree_word(tokens.surface(place), gender, number)
    return (form,) if form else ()


def _after_be(tokens: Tokens, tags: list[str], index: int, agreement: frozenset[Pair]) -> int | None:
    """The place behind a form of *être* (or *a été*) that begins at `index`; None if there is none."""
    while index < len(tokens) and tokens.words[index] in ("ne", "n’", "y", "lui", "leur"):
        index += 1
    if index >= len(tokens) or not tags[index].startswith(("AUX.3", "VERB.3")) or "-" in tokens.words[index]:
        return None
    if tags[index][-1] not in {number for _, number in agreement}:
        return None  # the verb is the fault, or the pronoun
    lemmas = lexicon().lemmas(tokens.words[index], "VERB")
    if "être" in lemmas:
        return index + 1
    place = index + 1
    while place < len(tokens) and tokens.words[place] in _ADVERBS:
        place += 1
    if not _MODALS.isdisjoint(lemmas) and place < len(tokens) and tokens.words[place] == "être":
        return place + 1
    if "avoir" in lemmas and place < len(tokens) and tokens.words[place] == "été":
        return place + 1
    return None


def _pronoun_attribute(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Elle est arrivé*, *ils sont parti*."""
    if not tags[index].startswith("PRON.3"):
        return None
    word = tokens.words[index]
    if (
        index
        and tags[index - 1].startswith(("PREP", "CONJ"))
        and tokens.words[index - 1] in ("et", "ou", "ni", "à", "de")
    ):
        return None
    return _attribute(tokens, tags, index + 1, _PERSONAL[word])


def _avoir_participle(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*Elles ont mangées une pomme*: nothing stands before that the participle could agree with."""
    if not tags[index].startswith("PRON.3") or tokens.words[index] == "il":
        return None
    place = index + 1
    while place < len(tokens) and tokens.words[place] in ("n’", "ne"):
        place += 1
    if place >= len(tokens) or not tags[place].startswith("AUX.3"):
        return None
    if "avoir" not in lexicon().lemmas(tokens.words[place], "VERB") or _object_ahead(tokens, index):
        return None
    place += 1
    while place < len(tokens) and tokens.words[place] in _ADVERBS:
        place += 1
    if place >= len(tokens) or not tags[place].startswith("PPAST") or not plain(tokens, place):
        return None
    own = nominal(tokens.words[place], False)
    if ("m", "s") in own or own & _PERSONAL[tokens.words[index]] == frozenset():
        return None
    form = agree_word(tokens.surface(place), "m", "s")
    return place, place, (form,) if form else ()


def _object_ahead(tokens: Tokens, index: int) -> bool:
    for place in range(index - 1, -1, -1):
        if tokens.words[place] in (".", "!", "?", ";"):
            return False
        if tokens.words[place] in _OBJECT_AHEAD:
            return True
    return False


def _subject_attribute(tokens: Tokens, tags: list[str], index: int) -> Fault | None:
    """*La ville n’a pas été prévenu*, with the auxiliary at once or behind one other verb and *et*."""
    agreement, end = _subject_agreement(tokens, tags, index)
    if not agreement:
        return None
    fault = _attribute(tokens, tags, end, agreement)
    if fault is not None:
        return fault
    joined = _second_verb(tokens, tags, end)
    return _attribute(tokens, tags, joined, agreement) if joined is not None else None


def _subject_agreement(tokens: Tokens, tags: list[str], index: int) -> tuple[frozenset[Pair], int]:
    if index + 1 < len(tokens) and tokens.words[index] in ("l’", "la", "le") and tags[index + 1] == "NAME":
        return _country(tokens, tags, index)
    read = _subject(tokens, tags, index)
    if read is None or len(read[0].agreement) != 1:
        return frozenset(), 0
    group, end = read
    if _is_quantity(tokens, group) and (group.numbers == {"s"} or end > group.last + 1):
        return frozenset(), 0
    if "et" in tokens.words[group.last + 1 : end + 1]:
        return frozenset(), 0  # another subject may be joined
    return group.agreement, end


def _country(tokens: Tokens, tags: list[str], index: int) -> tuple[frozenset[Pair], int]:
    if not _opens(tokens, tags, index):
        return frozenset(), 0
    places = [a for a in lexicon().analyses(tokens.surface(index + 1)) if a.kind == "place"]
    genders: set[Gender] = {a.gender for a in places}
    if (
        len(genders) != 1
        or "" in genders
        or len(places) != len(lexicon().analyses(tokens.surface(index + 1)))
    ):
        return frozenset(), 0
    gender = genders.pop()
    return frozenset(((gender, "s"),)) & DETERMINERS[tokens.words[index]], index + 2


def _second_verb(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The place behind *et* where the same subject’s second verb begins."""
    verb = _finite(tokens, tags, index)
    if verb is None:
        return None
    for place in range(verb + 1, min(verb + 12, len(tokens) - 1)):
        if tokens.words[place] == "et":
            return place + 1 if _finite(tokens, tags, place + 1) is not None else None
        if (
            tags[place].startswith(("VERB", "AUX", "CONJ", "PUNCT", "INF"))
            or tokens.words[place] in _OBJECT_AHEAD
        ):
            return None
    return None


_Finder = Callable[[Tokens, list[str], int], "Fault | None"]
_PLURALS = tuple(word for word, agreement in DETERMINERS.items() if ("m", "p") in agreement)


_BY_WORD: tuple[tuple[Collection[str], _Finder], ...] = (
    (_PERSONAL, _pronoun_attribute),
    (_PERSONAL, _avoir_participle),
    (("qui",), _relative),
    (("beaucoup", "plupart"), _many),
    ((*SINGULAR, *PLURAL), auxiliary_clash),
    ((*SINGULAR_MODALS, *PLURAL_MODALS), modal_clash),
    (("et", "ou"), pair_clash),
    (BEING, inverted_attribute),
    (ALL_OF, all_of),
)


def _table() -> dict[str, list[_Finder]]:
    """Which word begins what."""
    found: dict[str, list[_Finder]] = {}
    for word in (*_PLURALS, *"deux trois quatre cinq six sept huit neuf dix onze douze vingt trente".split()):
        found.setdefault(word, []).append(_number_clash)
    for word in "deux trois quatre cinq six sept huit neuf dix onze douze".split():
        found[word].append(_counted_subject)
    for word in DETERMINERS:
        found.setdefault(word, []).extend((adjective_clash, ahead_clash))
        if word not in _PLURALS and word not in ("l’", "leur", "notre", "votre"):
            found[word].append(determiner_clash)
        found.setdefault(word, []).extend((_subject_verb, _subject_attribute))
    for words, find in _BY_WORD:
        for word in words:
            found.setdefault(word, []).append(find)
    return found


_FINDERS = _table()
_MACHINES = (all_of, inverted_attribute, modal_clash, pair_clash)
_COUNTING = (_number_clash,)
_CHAINED = (chain_clash,)
