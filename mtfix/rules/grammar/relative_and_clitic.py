"""The wrong relative pronoun, an object pronoun in the wrong place: `le soldat que a lui parlé`."""

from collections.abc import Iterator

from mtfix.french.clauses import finite_readings, is_finite
from mtfix.french.elision import join
from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import features
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SUBJECTS = frozenset("je j’ tu il ils on elle elles nous vous".split())
_ONLY_SUBJECTS = frozenset("je j’ tu il ils on".split())
_CLITICS = frozenset("ne n’ me m’ te t’ se s’ le la l’ les lui leur y".split())
_AUX = frozenset("a ont avait avaient aura auront aurait auraient est sont était étaient".split())
_HAVING = frozenset("a ont avait avaient aura auront aurait auraient".split())
_VOWEL_INITIAL = frozenset("a ont avait avaient aura auront aurait auraient est était étaient".split())
_MISPLACED = frozenset(("me", "m’", "te", "t’", "se", "s’", "leur"))
_MODALS = frozenset(("vouloir", "pouvoir", "devoir", "aller"))
_LACK = frozenset(("besoin", "envie", "honte"))
_OF = frozenset("de d’ du des que qu’".split())
_TIMES = frozenset(
    "fois temps moment instant jour heure minute soir matin année semaine mois fait idée preuve impression façon sorte "
    "manière peur crainte mesure condition point".split()
)
_TONGUES = frozenset(
    "langue langage idiome dialecte patois argot français anglais arabe russe mot jargon créole".split()
)
_QUESTIONS = frozenset(
    "savoir demander dire ignorer deviner comprendre voir montrer découvrir oublier".split()
)
_PLURAL_PERSONS = frozenset(("nous", "vous"))
_STRESSING = frozenset("entre d’entre de d’ parmi chez pour avec que comme à et sans sur par".split())
_GOVERNING = frozenset(
    "permettre aider inviter obliger forcer encourager inciter autoriser empêcher conseiller demander interdire "
    "recommander".split()
)
_PERSON = Bilingual(
    en="The reflexive pronoun is not that of the person: {text}.",
    fr="Le pronom réfléchi n’est pas celui de la personne : {text}.",
)
_ORDER = Bilingual(
    en="The pronoun stands in the wrong place: {text}.",
    fr="Le pronom n’est pas à sa place : {text}.",
)


class RelativeAndClitic(Rule):
    """The wrong relative pronoun, or an object pronoun in the wrong place.

    - *que* for *qui*: before an auxiliary with an object pronoun behind (*le soldat que a lui parlé*), before a verb
      whose subject cannot be what follows (*la fédération que revendique deux millions de membres*).
    - *qui* for *que*: before a subject pronoun (*le texte qui il a signé*).
    - *que* for *dont*: *ce qu’il a besoin*, *la ville que je parle*.
    - the reflexive pronoun of another person: *vous permet de s’asseoir*.
    - pronouns: *a leur donné* for *leur a donné*, *peut lui le dire* for *peut le lui dire*.

    Left alone: a subject behind its verb (*le prix que demande le vendeur*), indirect questions (*elle sait qui il
    est*), *besoin de* with a verb (*ce qu’il a besoin de faire*), languages (*la langue que je parle*), stressed
    pronouns (*le maire a lui annoncé*).
    """

    code = "GRM806"
    name = "relative-and-clitic"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.8
    title = Bilingual(en="relative or object pronoun", fr="pronom relatif ou complément")
    message = Bilingual(
        en="The wrong relative pronoun: {text}.",
        fr="Ce n’est pas le bon pronom relatif : {text}.",
    )
    bad = (
        Bad("Le soldat ⟦que a lui parlé⟧ est mort.", ("qui lui a parlé",)),
        Bad("Le soldat ⟦que⟧ a parlé hier est blessé.", ("qui",)),
        Bad("La fédération ⟦que⟧ revendique 2 millions de membres appelle au calme.", ("qui",)),
        Bad("L’accord ⟦qui⟧ il a signé hier change tout.", ("qu’",)),
        Bad("C’est tout ce ⟦que⟧ il a besoin.", ("dont",)),
        Bad("Il prépare ce ⟦que⟧ vous avez besoin chaque soir.", ("dont",)),
        Bad("La ville ⟦que⟧ je parle est au bord de la mer.", ("dont",)),
        Bad("Le juge ⟦a leur donné⟧ raison.", ("leur a donné",)),
        Bad("Il ⟦a donné lui⟧ un livre.", ("lui a donné",)),
        Bad("Ce banc vous permet de ⟦s’asseoir⟧ à l’ombre.", ("vous asseoir",)),
        Bad("Nous devons ⟦se lever⟧ tôt.", ("nous lever",)),
        Bad("Elle veut ⟦lui le dire⟧ demain.", ("le lui dire",)),
    )
    good = (
        Good("Le prix que demande le vendeur et les villes que traversent les deux fleuves."),
        Good("Elle sait qui il est. L’homme à qui il parle ignore qui je suis."),
        Good("C’est ce qu’il a besoin de faire ; la langue que je parle est belle."),
        Good("Le maire a lui aussi leur passé en tête. Il faut lui dire. Chaque fois que je parle, il dort."),
        Good(
            "Il vous permet de vous asseoir ; certains d’entre vous se lèvent. Il nous dit de se méfier du chien."
        ),
        Good("Il faut que je parle. On dit qu’il a besoin de repos."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        for index, word in enumerate(words):
            if word in ("que", "qu’", "qui") and 0 < index < len(words) - 2:
                found = self._relative(segment, tokens, context, index)
            elif word in _MISPLACED and words[index - 1] in _HAVING and 0 < index < len(words) - 1:
                found = self._behind_auxiliary(segment, tokens, context, index)
            elif word in ("se", "s’") and 1 < index < len(words) - 1:
                found = self._other_reflexive(segment, tokens, context, index)
            elif word in ("lui", "leur") and 0 < index < len(words) - 2:
                found = self._two_pronouns(segment, tokens, context, index)
            else:
                continue
            if found is not None:
                yield found

    def _relative(self, segment: Segment, tokens: Tokens, context: Context, index: int) -> Finding | None:
        words = tokens.words
        if words[index] == "qui":
            return self._qui_for_que(segment, tokens, context, index)
        if words[index + 1] in _SUBJECTS:
            return self._que_for_dont(segment, tokens, context, index)
        if words[index + 1] in _AUX and words[index + 2] in (*_MISPLACED, "lui"):
            tags = context.tags(segment)
            end = index + 3
            if end < len(words) and tags[end].startswith("PPAST") and tags[index - 1].startswith("NOUN"):
                return self._swapped(segment, tokens, index, end, "qui")
            return None
        if words[index] == "que" and _unelided_subject(tokens, context.tags(segment), index):
            return self._marked(segment, tokens, index, "qui")
        if words[index] == "que" and _subject_cannot_follow(tokens, context.tags(segment), index):
            return self._marked(segment, tokens, index, "qui")
        return None

    def _qui_for_que(self, segment: Segment, tokens: Tokens, context: Context, index: int) -> Finding | None:
        words = tokens.words
        following = words[index + 1]
        if following not in _ONLY_SUBJECTS or words[index + 2] == "y" or not tokens.spaced(index):
            return None
        tags = context.tags(segment)
        antecedent = words[index - 1] == "ce" or tags[index - 1].startswith("NOUN")
        asked = any(
            _QUESTIONS.intersection(lexicon().lemmas(word, "VERB"))
            for word in words[max(0, index - 3) : index]
        )
        if not antecedent or asked:
            return None
        elided = following in ("il", "ils", "on")
        start, end = tokens.starts[index], tokens.ends[index]
        if not elided:
            return self.finding(segment, start, end, "que")
        return self.finding(segment, start, end, f"qu{context.apostrophe}")

    def _que_for_dont(self, segment: Segment, tokens: Tokens, context: Context, index: int) -> Finding | None:
        words = tokens.words
        verb = index + 2
        while verb < len(words) and words[verb] in _CLITICS:
            verb += 1
        if verb + 1 >= len(words):
            return None
        tags = context.tags(segment)
        if words[index - 1] != "ce" and not tags[index - 1].startswith("NOUN"):
            return None
        readings = finite_readings(words[verb])
        lemmas = {analysis.lemma for analysis in readings}
        if "avoir" in lemmas and words[verb + 1] in _LACK:
            after = words[verb + 2] if verb + 2 < len(words) else "."
            # « C’est d’un cri que nous avons besoin. »
            if {"est", "sont", "était"} & set(words[max(0, index - 12) : index - 1]) and words[
                index - 1
            ] != "ce":
                return None
            missing = (
                tags[verb + 2 : verb + 3] == ["AUX.3s"]
                or after in (".", ",", "!", "?", ";", ":")
                or after in ("pour", "afin", "et", "dans")
            )
            missing = missing or (words[index - 1] == "ce" and after not in _OF)
            return self._marked(segment, tokens, index, "dont") if missing else None
        if lemmas == {"parler"} and verb == index + 2 and self._spoken_of(tokens, tags, index, verb):
            return self._marked(segment, tokens, index, "dont")
        return None

    @staticmethod
    def _spoken_of(tokens: Tokens, tags: list[str], index: int, verb: int) -> bool:
        words = tokens.words
        noun = words[index - 1]
        known = set(lexicon().lemmas(noun, "NOUN"))
        if known & (_TIMES | _TONGUES) or not tags[index - 2].startswith("DET") or noun == "ce":
            return False
        return tags[verb + 1].startswith(("AUX", "VERB.3", "PUNCT")) and words[verb + 1] != ","

    def _behind_auxiliary(
        self, segment: Segment, tokens: Tokens, context: Context, index: int
    ) -> Finding | None:
        words = tokens.words
        tags = context.tags(segment)
        behind = index + 1
        ambiguous = words[index] == "leur" and lexicon().can_be(words[behind], "NOUN")
        if ambiguous or not tags[behind].startswith("PPAST"):
            return None
        if index > 1 and (words[index - 2] in ("que", "qu’") or words[index - 2] in _CLITICS):
            return None
        return self._swapped(segment, tokens, index - 1, behind, "")

    def _swapped(self, segment: Segment, tokens: Tokens, start: int, end: int, relative: str) -> Finding:
        auxiliary, clitic, participle = (tokens.surface(i) for i in range(end - 2, end + 1))
        suggestions = []
        if tokens.words[end - 1] not in ("se", "s’"):
            suggestions = [join([*([relative] if relative else []), clitic, auxiliary.lower(), participle])]
        return self.finding(
            segment,
            tokens.starts[start],
            tokens.ends[end],
            *suggestions,
            wording=None if relative else _ORDER,
        )

    def _other_reflexive(
        self, segment: Segment, tokens: Tokens, context: Context, index: int
    ) -> Finding | None:
        """*vous permet de s’asseoir*, *quand vous s’asseoir*: the reflexive pronoun of another person."""
        words, tags = tokens.words, context.tags(segment)
        person = _person_before(tokens, tags, index)
        verb = index + 1 + (words[index + 1] in ("y", "en"))
        if person is None or verb >= len(words) or tags[verb] != "INF":
            return None
        start, end = tokens.starts[index], tokens.ends[verb]
        correct = " ".join([person, *map(tokens.surface, range(index + 1, verb + 1))])
        return self.finding(segment, start, end, correct, wording=_PERSON)

    def _two_pronouns(self, segment: Segment, tokens: Tokens, context: Context, index: int) -> Finding | None:
        words = tokens.words
        if index > 2 and words[index] == "lui" and words[index - 2] in _HAVING:
            return self._behind_participle(segment, tokens, context.tags(segment), index)
        if words[index + 1] not in ("le", "la", "les") or not tokens.spaced(index):
            return None
        tags = context.tags(segment)
        modal = _MODALS.intersection(lexicon().lemmas(words[index - 1], "VERB"))
        if not modal or tags[index + 2] != "INF":
            return None
        if not is_finite(tokens, tags, index - 1):
            return None
        suggestion = f"{words[index + 1]} {words[index]} {tokens.surface(index + 2)}"
        return self.finding(segment, tokens.starts[index], tokens.ends[index + 2], suggestion, wording=_ORDER)

    def _behind_participle(
        self, segment: Segment, tokens: Tokens, tags: list[str], index: int
    ) -> Finding | None:
        """*a donné lui un livre* for *lui a donné un livre*."""
        auxiliary, participle = tokens.surface(index - 2), tokens.surface(index - 1)
        object_follows = tokens.words[index + 1] in ("un", "une", "des") and tags[index + 2].startswith(
            "NOUN"
        )
        if not object_follows or not tags[index - 1].startswith("PPAST") or not tokens.spaced(index):
            return None
        suggestions = [] if tokens.words[index - 3].endswith("’") else [f"lui {auxiliary} {participle}"]
        return self.finding(
            segment, tokens.starts[index - 2], tokens.ends[index], *suggestions, wording=_ORDER
        )

    def _marked(self, segment: Segment, tokens: Tokens, index: int, wanted: str) -> Finding:
        return self.finding(segment, tokens.starts[index], tokens.ends[index], wanted)


def _person_before(tokens: Tokens, tags: list[str], index: int) -> str | None:
    """*nous* or *vous*, where the reflexive pronoun at `index` must be the same."""
    words = tokens.words
    if words[index - 1] in _PLURAL_PERSONS and tags[index + 1] == "INF":
        return None if words[index - 2] in _STRESSING else words[index - 1]
    place = index - 1
    while place > 1 and tags[place] == "ADV":
        place -= 1
    if words[place] in ("de", "d’", "à"):
        governs = not _GOVERNING.isdisjoint(lexicon().lemmas(words[place - 1], "VERB"))
        return words[place - 2] if governs and place > 1 and words[place - 2] in _PLURAL_PERSONS else None
    modal = not _MODALS.isdisjoint(lexicon().lemmas(words[place], "VERB"))
    if not modal or not tags[place].endswith(("1p", "2p")):
        return None
    return next(
        (words[i] for i in range(place - 1, max(place - 3, -1), -1) if words[i] in _PLURAL_PERSONS), None
    )


def _is_noun(tag: str) -> bool:
    """Whether the tag is that of a noun whose number is known."""
    return tag.startswith("NOUN.") and tag[-1] in "sp"


def _unelided_subject(tokens: Tokens, tags: list[str], index: int) -> bool:
    """*le soldat que a parlé hier*: *que* not elided, and no noun behind the verb."""
    if tokens.words[index + 1] not in _VOWEL_INITIAL or not tags[index - 1].startswith("NOUN"):
        return False
    behind = tags[index + 3 : index + 4]
    closed = bool(behind) and behind[0].startswith(("ADV", "PREP", "AUX", "VERB", "PUNCT"))
    return tags[index + 2].startswith("PPAST") and closed


def _subject_cannot_follow(tokens: Tokens, tags: list[str], index: int) -> bool:
    """A singular verb behind *que*, and a plural with its numeral behind the verb: no subject anywhere."""
    words = tokens.words
    verb = index + 1
    if index + 3 >= len(words) or not is_finite(tokens, tags, verb) or "-" in words[verb]:
        return False
    readings = finite_readings(words[verb])
    if not any(a.person == 3 and a.number == "s" and a.tense not in ("subj", "subjimpf") for a in readings):
        return False
    transitive = any(a.verb is not None and a.verb.transitive for a in readings)
    numeral = tags[verb + 1] == "NUM" and words[verb + 1] not in ("1", "0", "un", "une")
    noun = features(tags[verb + 2])
    counted = numeral and (tags[verb + 2].startswith("NOUN") and noun.endswith("p"))
    antecedent = tags[index - 1]
    named = antecedent == "NAME" or words[index - 1] == ","
    return transitive and counted and (named or (_is_noun(antecedent) and antecedent.endswith("s")))
