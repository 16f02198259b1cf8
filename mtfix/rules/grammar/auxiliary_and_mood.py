"""The wrong auxiliary, tense or mood: `a parti`, `si le texte serait adopté`, `bien qu’il est`."""

from collections.abc import Iterator

from mtfix.french.clauses import finite_readings, governed_verb, is_finite
from mtfix.french.elision import join
from mtfix.french.inflection import agree_word, conjugate
from mtfix.french.lexicon import Analysis, Gender, Number, Tense, lexicon
from mtfix.french.tagging import features
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_HAVING = frozenset(
    "ai as a avons avez ont avais avait avions aviez avaient aurai aura aurons auront aurais aurait aurions auraient "
    "ait aient avoir ayant".split()
)
_GOING = frozenset(
    "aller arriver partir repartir venir devenir redevenir revenir parvenir intervenir survenir advenir rester naître "
    "naitre décéder".split()
)
_BEING = frozenset(
    "suis es est sommes êtes sont étais était étions étiez étaient serai sera serons serez seront serait seraient soit "
    "soient fut furent".split()
)
_WITH_AVOIR = frozenset(
    "dormir voyager durer exister hésiter réagir participer collaborer coopérer démissionner insister bavarder marcher "
    "survivre sembler suffire".split()
)
_REFLEXIVE = frozenset("se s’ me m’ te t’ nous vous".split())
_PRONOUN_GENDERS: dict[str, Gender] = {"il": "m", "ils": "m", "elle": "f", "elles": "f"}
# « si » that opens a condition; elsewhere it may ask (*savoir si*) or mean *so* (*si grand*).
_BEFORE_IF = frozenset(("même", "comme", "sauf", "que", "qu’", "(", ";", "–", "—"))
_SUBJUNCTIVE = (
    ("bien", "que"),
    ("pour", "que"),
    ("afin", "que"),
    ("avant", "que"),
    ("sans", "que"),
    ("pourvu", "que"),
    ("moins", "que"),
    ("peur", "que"),
    ("crainte", "que"),
    ("ce", "que"),
    ("faut", "que"),
    ("faudra", "que"),
    ("faudrait", "que"),
    ("fallait", "que"),
)
_SECOND = frozenset(pair[0] for pair in _SUBJUNCTIVE)
_NEEDED_BEFORE = {"moins": "à", "peur": "de", "crainte": "de", "ce": "jusqu’à"}
# The conditional of politeness stands behind *même si*: *même si nous aurions aimé le faire*.
_POLITE = frozenset("convenir aimer souhaiter préférer vouloir falloir pouvoir".split())
_INDIRECT = frozenset(
    "savoir dire demander voir préciser indiquer ignorer pouvoir devoir décider vérifier".split()
)
_ASKING_INFINITIVE = frozenset(
    "pour peut peuvent pouvait pouvaient pourra pourront pourrait pourraient doit doivent devait devaient devra "
    "devront devrait devraient veut veulent voulait voulaient voudrait voudraient".split()
)
_CLAUSES = frozenset("qui que qu’ comme quand si s’ dont où le l’ quoi lequel ce mieux plus autant".split())
_KEYS = _ASKING_INFINITIVE | _HAVING | _BEING | {"si", "s’", "que", "qu’"}
_AUXILIARY = Bilingual(
    en="{text}: this verb is conjugated with “être”.",
    fr="{text} : ce verbe se conjugue avec « être ».",
)
_OTHER_AUXILIARY = Bilingual(
    en="{text}: this verb is conjugated with “avoir”.",
    fr="{text} : ce verbe se conjugue avec « avoir ».",
)
_INFINITIVE = Bilingual(
    en="“{modal}” asks for the infinitive: {text}.",
    fr="« {modal} » veut l’infinitif : {text}.",
)
_MOOD = Bilingual(
    en="“{conjunction}” asks for the subjunctive, {text} is indicative.",
    fr="« {conjunction} » veut le subjonctif, or {text} est à l’indicatif.",
)
_SEQUENCE = Bilingual(
    en="After a main clause in the conditional, “si” asks for the imperfect: {text}.",
    fr="Après une principale au conditionnel, « si » veut l’imparfait : {text}.",
)


class AuxiliaryAndMood(Rule):
    """The wrong auxiliary (*le convoi a parti*), the conditional after *si*, the indicative after *bien que*.

    - Verbs such as *partir*, *arriver*, *devenir* and reflexive ones are conjugated with *être*; *participer*
      and the like with *avoir*.
    - A condition is never in the conditional: *même si le texte était adopté* (Grevisse & Goosse, *Le bon usage*,
      § 1156).  Proposed is the imperfect, or the present where the main clause is in the present or future.
    - *Bien que, pour que, afin que, avant que, sans que, à moins que, jusqu’à ce que, il faut que* take the
      subjunctive.
    - *Pouvoir, devoir, vouloir* and *pour* take the infinitive, not a finite verb (*peuvent disposent*).
    - *Oslo ne signerait pas si Riga ne vient pas*: a negated conditional asks for the imperfect.

    Left alone: indirect questions (*savoir si elle viendrait*), *si* as an adverb, *après que* with the subjunctive,
    forms that serve for both moods, clauses whose verb is not sure, *pourrait … si le texte est voté*.
    """

    code = "GRM805"
    name = "auxiliary-and-mood"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="auxiliary, tense or mood", fr="auxiliaire, temps ou mode")
    message = Bilingual(
        en="No conditional after “si”: {text}.",
        fr="Pas de conditionnel après « si » : {text}.",
    )
    bad = (
        Bad("Le convoi ⟦a parti⟧ hier soir.", ("est parti",)),
        Bad("Elles ⟦ont déjà arrivé⟧ à Lyon.", ("sont déjà arrivées",)),
        Bad("Le pays ⟦s’a tourné⟧ vers la mer.", ("s’est tourné",)),
        Bad("Les élèves ⟦sont participé⟧ à la course.", ("ont participé",)),
        Bad("Même si le texte ⟦serait⟧ adopté, le délai manquerait.", ("était",)),
        Bad("Si elle ⟦ferait⟧ une pause, le marché gagne.", ("fait",)),
        Bad("S’ils ⟦auraient⟧ su, ils seraient venus.", ("avaient",)),
        Bad("Bien que le maire ⟦est⟧ malade, le conseil se réunit.", ("soit",)),
        Bad("Il parle fort pour que la foule le ⟦sait⟧.", ("sache",)),
        Bad("Les villes peuvent ⟦disposent⟧ de leur budget.", ("disposer",)),
        Bad("Il faut que le pays ⟦est⟧ prêt.", ("soit",)),
        Bad("Oslo ne signerait pas le traité si Riga ne ⟦vient⟧ pas.", ("venait",)),
    )
    good = (
        Good("Il a demandé si elle viendrait. Reste à savoir si le texte serait adopté."),
        Good("Les partis ont parti lié. Il a pris parti. Elle est partie après que la pluie a cessé."),
        Good("Si grand serait le bruit que tous partiraient."),
        Good(
            "Si le texte est adopté, il entrerait en vigueur en mai ; il pourrait changer si le Sénat vote contre."
        ),
        Good("Qui peut sait. Ceux qui le peuvent partent ; comme il veut vient. Le pour et le contre."),
        Good("On voit bien que le maire est malade ; le stade est plein, si bien que la foule attend."),
        Good("Bien que le maire parle, avant qu’il ne parte, pour que la ville sache."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        if _KEYS.isdisjoint(words):
            return
        tags = context.tags(segment)
        for index, word in enumerate(words):
            if word in _HAVING:
                yield from self._auxiliary(segment, tokens, tags, index)
            elif word in _ASKING_INFINITIVE:
                yield from self._infinitive(segment, tokens, tags, index)
            elif word in _BEING:
                yield from self._being(segment, tokens, tags, index)
            elif word in ("si", "s’"):
                yield from self._condition(segment, tokens, tags, index)
            elif word in ("que", "qu’") and index and words[index - 1] in _SECOND:
                yield from self._subjunctive(segment, tokens, tags, index)

    def _auxiliary(self, segment: Segment, tokens: Tokens, tags: list[str], index: int) -> Iterator[Finding]:
        place = _participle(tokens, tags, index)
        if place is None:
            return
        words = tokens.words
        first = index
        if index and words[index - 1] in ("s’", "se") and words[index] != "avoir":
            if words[index] in ("ai", "as", "avons", "avez") or (
                index > 1 and words[index - 2] in ("ne", "n’")
            ):
                return
            first = index - 1
        elif not _takes_etre(words, place):
            return
        suggestion = _with_etre(tokens, tags, index, place, first)
        yield self.finding(
            segment,
            tokens.starts[first],
            tokens.ends[place],
            *([suggestion] if suggestion else []),
            wording=_AUXILIARY,
        )

    def _infinitive(self, segment: Segment, tokens: Tokens, tags: list[str], index: int) -> Iterator[Finding]:
        """*peuvent disposent* for *peuvent disposer*."""
        words = tokens.words
        verb = index + 1
        if verb >= len(words) or not tags[verb].startswith("VERB.3") or not tokens.spaced(index):
            return
        readings = lexicon().analyses(words[verb])
        finite = {a.lemma for a in finite_readings(words[verb])}
        if not finite or any(a.pos != "VERB" or a.tense in ("inf", "ppast", "ppres") for a in readings):
            return
        if not _CLAUSES.isdisjoint(words[max(0, index - 6) : index]) or not tokens.surface(verb).islower():
            return
        suggestions = sorted(finite) if len(finite) == 1 else []
        yield self.finding(
            segment,
            tokens.starts[verb],
            tokens.ends[verb],
            *suggestions,
            wording=_INFINITIVE,
            modal=words[index],
        )

    def _being(self, segment: Segment, tokens: Tokens, tags: list[str], index: int) -> Iterator[Finding]:
        """*sont participé* for *ont participé*."""
        words = tokens.words
        place = _participle(tokens, tags, index)
        if place is None or (index and words[index - 1] in _REFLEXIVE):
            return
        lemmas = {a.lemma for a in lexicon().analyses(words[place])}
        readings = tuple(a for a in finite_readings(words[index]) if a.lemma == "être")
        if not readings or not lemmas or not lemmas <= _WITH_AVOIR or lexicon().can_be(words[place], "NOUN"):
            return
        form = conjugate("avoir", readings[0].tense, readings[0].person, readings[0].number)
        participle = agree_word(tokens.surface(place), "m", "s", "VERB")
        suggestions = []
        if form and participle and words[index - 1] not in ("ne", "n’", "je", "j’"):
            suggestions = [" ".join([form, *map(tokens.surface, range(index + 1, place)), participle])]
        yield self.finding(
            segment, tokens.starts[index], tokens.ends[place], *suggestions, wording=_OTHER_AUXILIARY
        )

    def _condition(self, segment: Segment, tokens: Tokens, tags: list[str], index: int) -> Iterator[Finding]:
        words = tokens.words
        if words[index] == "s’" and words[index + 1 : index + 2] not in (["il"], ["ils"]):
            return
        verb = governed_verb(tokens, tags, index + 1)
        if verb is None:
            return
        readings = finite_readings(words[verb])
        wording = None
        tense: Tense = "impf"
        if all(a.tense == "cond" for a in readings):
            if not _opens_condition(tokens, index) or _is_polite(tokens, index, verb):
                return
            tense = _wanted_tense(tokens, tags, verb)
        elif _is_present(readings) and _refused_before(tokens, tags, index):
            wording = _SEQUENCE
        else:
            return
        compound = tags[verb].startswith("AUX") and "avoir" in {a.lemma for a in readings}
        form = _conjugated(readings, "impf" if compound else tense)
        if (
            compound and "pu" in words[verb : verb + 4]
        ):  # *même si elle n’aurait pas pu*: depends on the sense
            form = None
        if form != words[verb]:
            yield self._verb(segment, tokens, verb, form, wording)

    def _subjunctive(
        self, segment: Segment, tokens: Tokens, tags: list[str], index: int
    ) -> Iterator[Finding]:
        words = tokens.words
        head = words[index - 1]
        before = words[index - 2] if index > 1 else ""
        if head == "ce":
            if before != "à" or index < 3 or words[index - 3] != "jusqu’":
                return
        elif head in _NEEDED_BEFORE and before != _NEEDED_BEFORE[head]:
            return
        if head == "bien" and before not in ("", ",", ".", "(", "«"):
            return
        verb = governed_verb(tokens, tags, index + 1)
        if verb is None or "-" in words[verb]:
            return
        readings = finite_readings(words[verb])
        if any(a.tense in ("subj", "subjimpf") for a in readings):
            return
        tense: Tense = "subjimpf" if readings[0].tense == "past" else "subj"
        conjunction = f"{_NEEDED_BEFORE.get(head, '')} {head} que".strip().replace("’à ce", "’à ce")
        yield self._verb(segment, tokens, verb, _conjugated(readings, tense), _MOOD, conjunction=conjunction)

    def _verb(
        self,
        segment: Segment,
        tokens: Tokens,
        verb: int,
        form: str | None,
        wording: Bilingual | None,
        conjunction: str = "",
    ) -> Finding:
        suggestions = [form] if form else []
        return self.finding(
            segment,
            tokens.starts[verb],
            tokens.ends[verb],
            *suggestions,
            wording=wording,
            conjunction=conjunction,
        )


def _participle(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The participle that the form of *avoir* at `index` belongs to."""
    for place in range(index + 1, min(index + 4, len(tokens))):
        if tags[place].startswith("PPAST"):
            return place
        if tags[place] != "ADV":
            return None
    return None


def _takes_etre(words: list[str], place: int) -> bool:
    lemmas = {a.lemma for a in lexicon().analyses(words[place]) if a.tense == "ppast"}
    behind = words[place + 1] if place + 1 < len(words) else ""
    if lemmas == {"tomber"}:  # « il a tombé la veste »
        return behind in ("dans", "sur", "en", "à", "au", "aux", ".", ",")
    return bool(lemmas) and lemmas <= _GOING and behind not in ("lié", "liée", "liés", "pris")


def _with_etre(tokens: Tokens, tags: list[str], index: int, place: int, first: int) -> str | None:
    """The verb group with *être*, its participle agreed with the subject; None where that is unsure."""
    words = tokens.words
    auxiliary = words[index]
    if auxiliary in ("avoir", "ayant"):
        return None
    readings = [a for a in finite_readings(auxiliary) if a.lemma == "avoir"]
    if not readings:
        return None
    reading = readings[0]
    form = conjugate("être", reading.tense, reading.person, reading.number)
    participle: str | None = tokens.surface(place)
    if first == index or reading.number == "p":
        participle = _agreed(tokens, tags, first, place, reading.number)
    if form is None or participle is None:
        return None
    middle = [tokens.surface(i) for i in range(index + 1, place)]
    clitic = ["se"] if first < index else []
    return join([*clitic, form, *middle, participle]).replace("'", "’")


def _agreed(tokens: Tokens, tags: list[str], first: int, place: int, number: Number) -> str | None:
    if not first:
        return None
    before = tokens.words[first - 1]
    gender = _PRONOUN_GENDERS.get(before) or _head_gender(tags, first - 1)
    return agree_word(tokens.surface(place), gender, number, "VERB") if gender else None


def _head_gender(tags: list[str], noun: int) -> Gender:
    """The gender of a noun that is the subject all by itself: no complement of another noun."""
    if not tags[noun].startswith("NOUN"):
        return ""
    start = noun - 1
    while start > 0 and tags[start].startswith("ADJ"):
        start -= 1
    alone = (
        start >= 0 and tags[start].startswith("DET") and (start == 0 or tags[start - 1] in ("PUNCT", "CONJ"))
    )
    gender = features(tags[noun])[0]
    if not alone or gender == "x":
        return ""
    return "m" if gender == "m" else "f"


def _opens_condition(tokens: Tokens, index: int) -> bool:
    if not index:
        return True
    before = tokens.words[index - 1]
    if before == ",":
        asked = tokens.words[max(0, index - 10) : index]
        return not any(_INDIRECT.intersection(lexicon().lemmas(word, "VERB")) for word in asked)
    if before == "et":
        return index == 1 or tokens.words[index - 2] in (".", "!", "?")
    return before in _BEFORE_IF or before in (".", "!", "?", ",", "mais", "car")


def _is_polite(tokens: Tokens, index: int, verb: int) -> bool:
    """Whether the conditional tones down: *même si on pourrait…*, or exclaims: *Si on ne jurerait pas !*"""
    words = tokens.words
    ends = (word for word in words[verb : verb + 20] if word in (".", "!", "?", ","))
    if next(ends, ".") == "!":
        return True
    toned = any(_POLITE.intersection(lexicon().lemmas(word, "VERB")) for word in words[verb : verb + 3])
    return toned and index > 0 and words[index - 1] == "même"


def _wanted_tense(tokens: Tokens, tags: list[str], verb: int) -> Tense:
    """The present if the main clause behind the comma is in the present or future, the imperfect otherwise."""
    words = tokens.words
    if words[max(0, verb - 8) : verb].count("comme"):
        return "impf"
    if "même" in words[max(0, verb - 8) : verb] and _in_present(tokens, tags, verb):
        return "pres"
    try:
        comma = words.index(",", verb, verb + 20)
    except ValueError:
        return "impf"
    if any(word in (".", "!", "?") for word in words[verb:comma]):
        return "impf"
    for place in range(comma + 1, min(comma + 12, len(words))):
        if words[place] in (".", "!", "?", ",", ";"):
            return "impf"
        if is_finite(tokens, tags, place):
            tenses = {a.tense for a in finite_readings(words[place])}
            compound = any(tag.startswith("PPAST") for tag in tags[place + 1 : place + 3])
            return "pres" if tenses & {"pres", "fut"} and not compound else "impf"
    return "impf"


def _in_present(tokens: Tokens, tags: list[str], verb: int) -> bool:
    """Whether the sentence that *même si* ends is in the present, by its last verb before."""
    even = verb - 1 - tokens.words[verb - 1 :: -1].index("même")
    for place in range(even - 1, max(even - 30, -1), -1):
        if tokens.words[place] in (".", "!", "?"):
            return False
        if is_finite(tokens, tags, place):
            compound = tags[place].startswith("AUX") and tags[place + 1].startswith("PPAST")
            return not compound and _is_present(finite_readings(tokens.words[place]))
    return False


def _is_present(readings: tuple[Analysis, ...]) -> bool:
    return {"pres"} <= {a.tense for a in readings} <= {"pres", "subj"}


def _refused_before(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether the verb before *si* is a negated conditional that *si* belongs to."""
    words = tokens.words
    if index and words[index - 1] in ("même", "comme", ",", "que", "qu’", "sauf"):
        return False
    for place in range(index - 1, max(index - 18, -1), -1):
        if words[place] in (".", "!", "?", ";", ":", ",", "que", "qu’", "qui", "dont"):
            return False
        if is_finite(tokens, tags, place):
            readings = finite_readings(words[place])
            conditional = all(a.tense == "cond" and a.lemma not in _INDIRECT for a in readings)
            return (
                conditional
                and "pas" in words[place : place + 2]
                and bool({"ne", "n’"} & set(words[max(0, place - 3) : place]))
            )
    return False


def _conjugated(readings: tuple[Analysis, ...], tense: Tense) -> str | None:
    """The same verb and person in another tense; None if they are not clear."""
    found = {conjugate(a.lemma, tense, a.person, a.number) for a in readings if a.person == 3}
    if not found:
        found = {conjugate(a.lemma, tense, a.person, a.number) for a in readings}
    return found.pop() if len(found) == 1 else None
