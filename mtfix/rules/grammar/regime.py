"""The wrong preposition behind a verb or adjective: `contribuer avec`, `capable à faire`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtfix.french.elision import join
from mtfix.french.inflection import participle
from mtfix.french.lexicon import lexicon
from mtfix.french.lists import listed
from mtfix.french.tokens import Tokens
from mtfix.french.words import WordTest
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_BARE = {"d’": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "qu’": "que"}
_ARTICLE = {"du": "le", "des": "les", "au": "le", "aux": "les"}
_CLITICS = frozenset("se s’ le la les l’ lui leur y en me te nous vous ne".split())
_REFLEXIVES = frozenset("se s’ me m’ te t’ nous vous".split())
_OBJECTS = frozenset("le la l’ les lui leur m’ t’ me te nous vous en y".split())
# « donner à boire », « il cherche à qui parler »
_CONSUMED = frozenset("boire manger lire voir faire entendre penser dire".split())
_ABOUT = frozenset("celui celle ceux celles près environ plus moins".split())
_OF_THINGS = frozenset(
    "laver coudre écrire calculer repasser vivre payer pourvoir venir savoir suivre".split()
)
_GIVING = frozenset(
    "permettre interdire ordonner conseiller demander recommander défendre reprocher suggérer".split()
)
_URGING = frozenset("permettre aider encourager inciter inviter".split())
_NOUNS = ("DET", "NOUN", "ADJ", "NAME", "NUM")


@lru_cache(maxsize=1)
def _regimes() -> dict[tuple[str, str, str], str]:
    """The right preposition by word, wrong preposition and what follows."""
    rows = (line.split("\t") for line in listed("mtfix.rules.grammar", "regimes.tsv"))
    return {
        (head, following, preposition): right
        for head, following, wrong, right in rows
        for preposition in wrong.split()
    }


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    return frozenset(preposition for _, _, preposition in _regimes())


class Regime(Rule):
    """A verb or adjective with a preposition that French never gives it: *contribuer avec dix millions*.

    The preposition is that of the English word (*contribute with*, *similar with*, *consist of*), or the right one
    of another verb.  `regimes.tsv` lists what no dictionary has: verbs and adjectives with the prepositions that
    cannot stand there before an infinitive or a noun.  Also *permettre aux élèves à lire* for *de lire*, and an
    infinitive without its preposition (*permet les élèves lire*).

    Left alone: prepositions that begin something else (*proposer à boire*, *chercher à qui parler*), reflexive verbs
    where the plain one is meant and the reverse, objects before the verb (*il l’a invité à*).
    """

    code = "GRM810"
    name = "regime"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="wrong preposition for the verb or adjective", fr="régime du verbe ou de l’adjectif")
    message = Bilingual(
        en="“{text}”: {word} does not take this preposition.",
        fr="« {text} » : {word} ne se construit pas ainsi.",
    )
    bad = (
        Bad("La ville doit ⟦contribuer avec⟧ deux millions.", ("contribuer à",)),
        Bad("Le club est ⟦disqualifié de⟧ jouer en mai.", ("disqualifié pour",)),
        Bad("Elle est ⟦capable à⟧ diriger la ville.", ("capable de",)),
        Bad("Le maire ⟦refuse à⟧ signer le texte.", ("refuse de",)),
        Bad("Un modèle ⟦similaire avec⟧ celui de Lyon.", ("similaire à",)),
        Bad("La loi permet aux élèves ⟦à⟧ choisir leur lycée.", ("de",)),
        Bad("Une rampe permet ⟦les enfants monter⟧ seuls.", ("aux enfants de monter",)),
        Bad("Le code permet ⟦les élèves à monter⟧ seuls.", ("aux élèves de monter",)),
        Bad("Le tuteur aide ⟦le jeune arbre grandir⟧ droit.", ("le jeune arbre à grandir",)),
        Bad("Les villes vont ⟦contribuer avec⟧ près de deux millions.", ("contribuer à",)),
        Bad("Il a été ⟦inculpé avec⟧ vol.", ("inculpé de",)),
    )
    good = (
        Good("Il refuse à boire aux clients et cherche à comprendre ; elle est capable de diriger la ville."),
        Good("Il contribue avec elle à la lecture. Le maire, accusé avec son frère, a parlé."),
        Good(
            "La loi permet aux élèves de choisir, aide les enfants à monter et interdit aux gens à vélo de passer."
        ),
        Good("Un modèle similaire à celui de Lyon. Il est prêt à partir ; il a fait semblant d’accepter."),
        Good("La cave permet une machine à laver ; la loi permet l’accès à la cour."),
        Good("Il se refuse à signer, elle est responsable de tout. Le pouvoir de dire non."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words, prepositions = tokens.words, _prepositions()
        for index in _HEADS.places(words[:-2]):
            preposition = _BARE.get(words[index + 1], words[index + 1])
            if preposition in prepositions and _REGENTS[words[index]] and tokens.spaced(index):
                right = _right(tokens, context.tags(segment), index, preposition)
                if right is not None:
                    yield self._wrong(segment, context, tokens, index, right)
            if not _has_two_objects(words[index]):
                continue
            tags = context.tags(segment)
            second = _second_preposition(tokens, tags, index)
            bare = _bare_infinitive(tokens, tags, index)
            if second is not None:
                elided = join(("de", tokens.surface(second + 1))).startswith("d’")
                start, end, head = tokens.starts[second], tokens.ends[second], tokens.surface(index)
                yield self.finding(segment, start, end, *(() if elided else ("de",)), word=head)
            if bare is not None:
                yield self._without(segment, context, tokens, index, bare)

    def _wrong(self, segment: Segment, context: Context, tokens: Tokens, index: int, right: str) -> Finding:
        head, following = tokens.surface(index), tokens.surface(index + 2)
        article = _ARTICLE.get(tokens.words[index + 1], "")
        words = [head, *([] if right == "–" else [right]), *([article] if article else [])]
        fixed = join([*words, following], context.apostrophe)
        suggestions: tuple[str, ...] = ()
        if fixed.endswith(" " + following) and "’" not in tokens.words[index + 1]:
            suggestions = (fixed.removesuffix(" " + following),)
        start, end = tokens.starts[index], tokens.ends[index + 1]
        return self.finding(segment, start, end, *suggestions, word=head)

    def _without(self, segment: Segment, context: Context, tokens: Tokens, index: int, bare: int) -> Finding:
        """*permet les élèves lire*: *aux élèves de lire*; with the other verbs *les élèves à lire*."""
        permits = "permettre" in lexicon().lemmas(tokens.words[index], "VERB")
        last = bare - 2 if tokens.words[bare - 1] == "à" else bare - 1
        phrase, infinitive = tokens.between(index + 1, last), tokens.surface(bare)
        words = ["à", phrase, "de", infinitive] if permits else [phrase, "à", infinitive]
        fixed = join(words, context.apostrophe)
        start, end = tokens.starts[index + 1], tokens.ends[bare]
        return self.finding(segment, start, end, fixed, word=tokens.surface(index))


def _is_head(word: str) -> bool:
    """Whether the table may hold the word: the words alone rule out nearly every place, and tags cost more."""
    forms = {a.lemma for a in lexicon().analyses(word)}
    return not _listed_words().isdisjoint(forms | {participle(form) or "" for form in forms} - {""})


@lru_cache(maxsize=1)
def _listed_words() -> frozenset[str]:
    return frozenset(
        head.removesuffix("+").removeprefix("se ").removeprefix("s’") for head, _, _ in _regimes()
    )


@lru_cache(maxsize=20_000)
def _has_two_objects(word: str) -> bool:
    return not (_GIVING | _URGING).isdisjoint(lexicon().lemmas(word, "VERB"))


_REGENTS = WordTest(_is_head)
_HEADS = WordTest(lambda word: _REGENTS[word] or _has_two_objects(word))


def _right(tokens: Tokens, tags: list[str], index: int, preposition: str) -> str | None:
    """What should stand for the preposition behind the word at `index`; None if nothing is wrong."""
    following = _following(tokens, tags, index + 2)
    if tokens.words[index + 1] in _ARTICLE:
        following = "NOUN"
    if not following:
        return None
    for head in _heads(tokens, tags, index):
        right = _regimes().get((head, following, preposition))
        if right is not None:
            return None if _is_other(tokens, tags, index, preposition, following) else right
    return None


def _following(tokens: Tokens, tags: list[str], place: int) -> str:
    if tags[place] == "INF":
        return "INF"
    if tokens.words[place] in _CLITICS and place + 1 < len(tokens) and tags[place + 1] == "INF":
        return "INF"
    measured = tokens.words[place] in _ABOUT
    return "NOUN" if measured or tags[place].startswith(("DET", "NOUN", "NAME", "NUM")) else ""


def _heads(tokens: Tokens, tags: list[str], index: int) -> Iterator[str]:
    """The keys under which the table may have the word; none for a noun (*rencontre avec*)."""
    if lexicon().can_be(tokens.words[index], "NOUN") and tags[index].startswith("VERB"):
        return
    compound = index > 0 and "avoir" in lexicon().lemmas(tokens.words[index - 1], "VERB")
    for analysis in lexicon().analyses(tokens.words[index]):
        if (
            analysis.pos == "VERB"
            and analysis.tense != "ppast"
            and tags[index].startswith(("VERB", "INF", "PPRES"))
        ):
            yield from _verb_heads(tokens, index, analysis.lemma)
        elif analysis.tense == "ppast" and compound:
            yield from _verb_heads(tokens, index - 1, analysis.lemma)
        elif analysis.tense == "ppast" and tags[index].startswith(("PPAST", "ADJ")):
            yield participle(analysis.lemma) or ""
        elif analysis.pos == "ADJ" and tags[index].startswith("ADJ"):
            yield analysis.lemma


def _verb_heads(tokens: Tokens, index: int, lemma: str) -> Iterator[str]:
    if _REFLEXIVES.isdisjoint(tokens.words[max(0, index - 3) : index]):
        yield f"{lemma}+"
    else:
        yield from (f"se {lemma}", f"s’{lemma}")


def _is_other(tokens: Tokens, tags: list[str], index: int, preposition: str, following: str) -> bool:
    """Whether the preposition belongs to something else: an object that stands elsewhere, company, a fixed phrase."""
    words = tokens.words
    before = range(max(0, index - 2), index)
    if following == "INF" and any(words[i] in _OBJECTS and tags[i].startswith("PRON") for i in before):
        return True  # « il l’a invité à »
    if words[index + 2] in _CONSUMED:
        return True
    if words[index] in ("semblant", "pouvoir", "vouloir", "savoir") or words[index + 1] == "des":
        return True
    # « contribuer avec elle », « accusé avec son frère », « rencontrer avec lui le maire »
    if preposition == "avec":
        return not (tags[index + 2].startswith("NUM") or _is_thing(tokens, tags, index + 2))
    return preposition == "de" and words[index + 1] == "du" and words[index + 2] in ("coup", "moins", "reste")


def _is_thing(tokens: Tokens, tags: list[str], place: int) -> bool:
    """Whether a thing follows, not somebody: a bare noun or one behind a determiner that is no possessive."""
    if tokens.words[place] in (
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "mon",
        "ma",
        "mes",
        "notre",
        "nos",
        "elle",
        "lui",
    ):
        return False
    return (tokens.words[place] in _ABOUT or tags[place].startswith(("DET", "NOUN"))) and tokens.surface(
        place
    ).islower()


def _second_preposition(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The *à* of *permettre aux élèves à lire*."""
    if _GIVING.isdisjoint(lexicon().lemmas(tokens.words[index], "VERB")):
        return None
    if tokens.words[index + 1] not in ("à", "au", "aux") or not tags[index].startswith(
        ("VERB", "INF", "PPRES", "PPAST")
    ):
        return None
    place = _nouns_end(tags, index + 2)
    if place is None or place + 1 >= len(tokens) or tokens.words[place] != "à" or tags[place + 1] != "INF":
        return None
    return None if tokens.words[place + 1] in _CONSUMED else place


def _bare_infinitive(tokens: Tokens, tags: list[str], index: int) -> int | None:
    """The infinitive of *permet les élèves lire*."""
    if not tags[index].startswith(("VERB", "INF", "PPRES")) or not tags[index + 1].startswith("DET"):
        return None
    if _URGING.isdisjoint(lexicon().lemmas(tokens.words[index], "VERB")):
        return None
    place = _nouns_end(tags, index + 2)
    if place is None or place + 1 >= len(tokens):
        return None
    if tokens.words[place] == "à" and "permettre" in lexicon().lemmas(tokens.words[index], "VERB"):
        place += 1
        if tokens.words[place] in _OF_THINGS | _CONSUMED:
            return None
    if tags[place] != "INF" or not tokens.surface(place).islower():
        return None
    readings = lexicon().analyses(tokens.words[place])
    return place if readings and all(a.pos == "VERB" and a.tense == "inf" for a in readings) else None


def _nouns_end(tags: list[str], start: int) -> int | None:
    """The token behind one noun phrase that begins at `start`; None if there is no noun."""
    place, nouns = start, 0
    while place < len(tags) and tags[place].startswith(_NOUNS):
        nouns += tags[place].startswith(("NOUN", "NAME"))
        place += 1
    return place if nouns else None
