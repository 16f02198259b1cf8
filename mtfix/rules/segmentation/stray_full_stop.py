"""A sentence cut in two by a stray full stop: `le pire séisme depuis. L’année 1999`."""

import re
from collections.abc import Iterator

from mtfix.alignment.breaks import is_break_in_source
from mtfix.french.clauses import finite_readings, is_finite, may_be_finite
from mtfix.french.lexicon import lexicon
from mtfix.french.sentences import sentence_spans
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPLIT = re.compile(r"(?<=[\w%)’'])\.[ \u00a0\u202f]+(?=[A-ZÀ-ÖØ-ÞŒ])")
# No sentence ends in these.
_NEVER_LAST = frozenset(
    "des du au aux les ces cet cette mes tes ses nos vos de d’ à et que qu’ parce lorsque puisque dès dans par chez "
    "très l’ afin tandis malgré le la un une son sa leur notre votre".split()
)
# Sentences end in these only with another word understood; then a sentence follows.
_SELDOM_LAST = frozenset(
    "depuis avec sans pour contre pendant durant entre sur sous vers selon avant après est sont était étaient "
    "avait avaient aient ait ont".split()
)
_LETTERS = frozenset(("le", "la", "les", "un", "une", "son", "leur"))
_INITIAL = re.compile(
    r"(?P<first>[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+) (?P<initial>[A-Z]), (?P<gap>[a-zß-ÿ][^.,;:!?«»\n]{2,60})\. "
    r"(?P<last>[A-Z][a-zß-öø-ÿ]+)(?=,| (?:[a-zß-ÿ]))"
)
_UNCLEAR = re.compile(r"[:;…]|\.\.|[a-z\d)][.!?][\"'”)]*[\"'“(]?[A-Z]|\s[-–—]+\s|\s\*|--")
_WHEN = re.compile(
    r"(?:L['’]an|L['’]année|La\ssemaine|Le\smois|Le\strimestre)\s(?:dernier|dernière|prochain|prochaine)\.(?=\s|$)"
)
_LEADING = frozenset(
    "de d’ contre chez vers entre pendant selon dans par sur avec pour et sous depuis après avant".split()
)
_BEFORE_AUXILIARY = frozenset("qu’ que qui l’ ils il".split())
# « Elle est pour. Le maire est contre. »
_PREDICATING = frozenset("pas suis est sont était étaient et ou faire".split())
_LONGEST = 20
_LONGEST_WITH_SOURCE = 40
_MARKS = frozenset('«»“”"()[]–—:…?!')


class StrayFullStop(Rule):
    """A full stop, and a capital, in the middle of a sentence: *le pire séisme depuis. L’année 1999*.

    Segment-wise translation cuts at abbreviations (*U.S.*, *No.*), and the decoder ends a sentence too early.
    Reported are full stops behind a word that ends no sentence (an article, *de*, *que*); behind a word
    that seldom does (*depuis*, *avec*, an auxiliary), if no finite verb follows up to the next full stop; a
    part without a verb behind a full stop where the source has none, or fewer sentences, or behind *États-Unis* and
    *ONU* (English *U.S.*, *U.N.*); an initial whose full stop moved to another word
    (*Paul K, chef de la firme. Martin*).

    Left alone: nominal sentences (*Silence. Retour au calme.*), abbreviations, titles, numbered lists.
    """

    code = "SEG101"
    name = "stray-full-stop"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.85
    title = Bilingual(en="sentence cut in two", fr="phrase coupée en deux")
    message = Bilingual(
        en="The full stop in {text} cuts a sentence in two.",
        fr="Le point de {text} coupe une phrase en deux.",
    )
    bad = (
        Bad("C’est le pire séisme ⟦depuis. L’⟧année 1999.", ("depuis l’",)),
        Bad("Le vote a lieu ⟦dans. Les⟧ trois villes du nord.", ("dans les",)),
        Bad("Le conseil veut ⟦que. Marie⟧ signe le texte.", ("que Marie",)),
        Bad("La plus forte hausse qu’⟦aient. Connue⟧ les deux pays voisins.", ("aient connue",)),
        Bad(
            "« Il y a plus », déclare ⟦Paul K, chef de la firme. Martin⟧, à Rome.",
            ("Paul K. Martin, chef de la firme",),
        ),
        Bad("Le groupe a gagné deux millions de ⟦livres. L’⟧an dernier.", ("livres l’",)),
        Bad("L’aide vient de l’armée et des ⟦États-Unis. Agence⟧ pour le développement."),
        Bad(
            "Le groupe a ouvert une usine près de ⟦Lyon. Première⟧ de son genre dans la région.",
            source="The group opened a plant near Lyon the first of its kind in the region.",
        ),
        Bad(
            "La mairie a fermé le ⟦marché. Après⟧ trois plaintes des riverains. Elle s’excuse.",
            ("marché après",),
            source="The town hall closed the market after three complaints from residents. It is sorry.",
        ),
    )
    good = (
        Good("Silence. Retour au calme. Il n’est pas revenu depuis. La ville l’attend."),
        Good("M. Dupont parle à J. Martin. Il est pour. Elle est contre."),
        Good("Le groupe a ouvert une usine près de Lyon. Une première en France."),
        Good("Il avait plus d’amis qu’elle n’en avait. Fin de l’histoire et retour au calme."),
        Good(
            "Le livre est pour. Les enfants de la ville.",
            source="The book is for. The children of the town.",
        ),
        Good("Elle vit aux États-Unis. Sa sœur aussi y vit."),
        Good("Voir le chapitre un. Les notes suivent."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if ". " not in text and ".\u00a0" not in text:
            return
        named: list[tuple[int, int]] = []
        for match in _INITIAL.finditer(text):
            if any(a.kind == "first" for a in lexicon().analyses(match["first"])):
                named.append(match.span())
                suggestion = f"{match['first']} {match['initial']}. {match['last']}, {match['gap']}"
                yield self.finding(segment, *match.span(), suggestion)
        for match in _SPLIT.finditer(text):
            found = self._cut(segment, context, match.start())
            if found is not None and not any(start < match.start() < end for start, end in named):
                yield found

    def _cut(self, segment: Segment, context: Context, offset: int) -> Finding | None:
        tokens = context.tokens(segment)
        stop = _token_at(tokens, offset)
        if stop is None or stop < 3 or stop + 2 >= len(tokens):
            return None
        if not _is_cut(tokens, context, segment, stop):
            return None
        start, end = tokens.starts[stop - 1], tokens.ends[stop + 1]
        if not _continues(tokens, context.tags(segment), stop):
            return self.finding(segment, start, end)
        following = tokens.surface(stop + 1)
        if not _is_name(following):
            following = following[0].lower() + following[1:]
        return self.finding(segment, start, end, f"{tokens.surface(stop - 1)} {following}")


def _continues(tokens: Tokens, tags: list[str], stop: int) -> bool:
    """Whether the words on both sides join as they stand."""
    last = tokens.words[stop - 1]
    when = _WHEN.match(tokens.text, tokens.starts[stop + 1])
    return bool(when) or last in _NEVER_LAST or last in _SELDOM_LAST or tags[stop + 1].startswith("PREP")


def _token_at(tokens: Tokens, offset: int) -> int | None:
    low, high = 0, len(tokens.starts)
    while low < high:
        middle = (low + high) // 2
        if tokens.starts[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(tokens.starts) and tokens.starts[low] == offset else None


def _is_cut(tokens: Tokens, context: Context, segment: Segment, stop: int) -> bool:
    word = tokens.words[stop - 1]
    if word in _NEVER_LAST:
        return tokens.surface(stop - 1).islower() and _joins(tokens, stop)
    divided = _is_divided_in_source(segment, context, stop)
    if divided:
        return False
    if word in _SELDOM_LAST:
        return _without_verb(tokens, context.tags(segment), stop) and _fits(
            tokens, context.tags(segment), stop
        )
    if tokens.starts[stop + 1] not in context.sentence_starts(segment):
        return False
    if _WHEN.match(segment.target, tokens.starts[stop + 1]):
        return True
    if divided is False or _has_fewer_sentences(segment.source, len(context.sentences(segment))):
        return _fragment(tokens, context.tags(segment), stop)
    before = tokens.words[stop - 2]
    bare = (word == "états-unis" and before in ("des", "les", "aux")) or (word == "onu" and before == "l’")
    tags = context.tags(segment)
    return bare and tags[stop + 1].startswith("NOUN") and _fragment(tokens, tags, stop)


def _is_divided_in_source(segment: Segment, context: Context, stop: int) -> bool | None:
    alignment = context.alignment(segment)
    return is_break_in_source(alignment, stop) if alignment is not None else None


def _joins(tokens: Tokens, stop: int) -> bool:
    """Whether the last word is no letter, note or number: *le chapitre un*, *l’accord de la*."""
    word, before = tokens.words[stop - 1], tokens.words[stop - 2]
    if word not in _LETTERS:
        return not before.endswith("-") and "-" not in word
    return before in _LEADING


def _fits(tokens: Tokens, tags: list[str], stop: int) -> bool:
    """Whether a preposition meets a noun phrase, or an auxiliary a participle."""
    word = tokens.words[stop - 1]
    following = tags[stop + 1]
    if finite_readings(word):
        readings = lexicon().analyses(tokens.surface(stop + 1).lower())
        return any(a.tense == "ppast" for a in readings) and tokens.words[stop - 2] in _BEFORE_AUXILIARY
    return following.startswith(("DET", "NOUN")) and tokens.words[stop - 2] not in _PREDICATING


def _without_verb(tokens: Tokens, tags: list[str], stop: int, longest: int = _LONGEST) -> bool:
    """Whether no finite verb stands between the full stop and the next one."""
    words = tokens.words
    for place in range(stop + 1, len(words)):
        if words[place] == ".":
            return place - stop <= longest
        if words[place] in _MARKS:
            return False
        if is_finite(tokens, tags, place) and words[place - 1] != "y":  # il y a trois ans
            return False
    return False


def _has_fewer_sentences(source: str | None, sentences: int) -> bool:
    """Whether the source, plain prose without lists or labels, has fewer sentences than its translation."""
    return (
        bool(source) and not _UNCLEAR.search(source or "") and len(sentence_spans(source or "")) < sentences
    )


def _fragment(tokens: Tokens, tags: list[str], stop: int) -> bool:
    """Whether what follows the full stop has nothing that might be a finite verb."""
    if (
        not _without_verb(tokens, tags, stop, _LONGEST_WITH_SOURCE)
        or tokens.words[stop + 2][0].isdigit()
        or tags[stop + 1] in ("NUM", "ADV")
    ):
        return False
    words = tokens.words
    end = words.index(".", stop + 1)
    doubtful = any(
        may_be_finite(tokens, tags, place)
        and words[place - 1] != "y"
        and not tags[place].startswith(("PREP", "DET", "NOUN"))
        for place in range(stop + 1, end)
    )
    return end - stop > 2 and not doubtful


def _is_name(word: str) -> bool:
    readings = lexicon().analyses(word)
    return not lexicon().analyses(word.lower()) or bool(readings and all(a.pos == "NAME" for a in readings))
