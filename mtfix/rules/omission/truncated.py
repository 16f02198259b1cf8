"""A sentence or verb that breaks off: `le suspect aurait.`, `il a brutalement froide ses alliés`."""

import re
from collections.abc import Iterator

from mtfix.french.lexicon import lexicon
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_STOPS = frozenset(".!?")
# Words that ask for another one behind them, and are no nouns, adverbs or letters.
_UNFINISHED = frozenset(
    "des du au aux les ces cette cet mes tes ses nos vos de d’ à et que qu’ parce lorsque puisque dès dans par chez "
    "très l’ afin tandis malgré".split()
)
_HAVING = frozenset("aurait auraient avait avaient ont auront aura ait aient".split())
_AUXILIARIES = _HAVING | frozenset("a est sont était étaient sera seront serait seraient".split())
_PLURAL_DETERMINERS = frozenset("ces ses mes tes nos vos cette cet".split())
_LINKS = frozenset(
    "que qu’ dont où comme si s’ quand combien quel quelle quels quelles ni lequel laquelle".split()
)
_SAYING = ("VERB", "PPAST", "INF", "PPRES", "AUX")
_STATES = frozenset("froid chaud faim soif raison tort mal peur hâte honte envie bon grand".split())


class TruncatedSentence(Rule):
    """A sentence that breaks off, or an auxiliary whose participle is lost.

    Decoders stop early: *D’après la police, le suspect aurait.*  Reported are a last word that no sentence ends
    in (an article, *de*, *que*), *avoir* behind its noun at the end of the sentence or before *et* and another
    verb, a determiner before an auxiliary (*pour avoir des ont*), an inflected adjective where the participle
    should stand (*il a brutalement froide*).

    Left alone: ellipses (*plus qu’il n’en avait*, *les droits que l’État aurait*, *comme elle l’a*), sentences
    without a full stop (headlines, wrapped lines), titles and words that are quoted.
    """

    code = "OMI204"
    name = "truncated-sentence"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.85
    title = Bilingual(en="sentence breaks off", fr="phrase inachevée")
    message = Bilingual(
        en="Something is missing behind {text}.",
        fr="Il manque quelque chose après {text}.",
    )
    bad = (
        Bad("D’après la police, le suspect ⟦aurait⟧."),
        Bad("Les élus estiment que la crise ⟦aurait⟧ et demandent un vote."),
        Bad("Le ministre a ⟦brutalement froide⟧ ses alliés."),
        Bad("Le parquet l’a poursuivi pour avoir reçu ⟦des⟧."),
        Bad("Le conseil n’a pris ⟦aucune⟧."),
        Bad("Tous voulaient voir ⟦ces ont⟧ quitté la salle."),
    )
    good = (
        Good("Il a plus d’amis qu’il n’en avait. Elle exerce les droits que l’État aurait."),
        Good("Il a vraiment froid et elle a particulièrement bonne mémoire. Il n’en a pris aucune."),
        Good("Vive les vacances, dit-il, comme on l’a."),
        Good("Rendez-les. Le compte à rebours pour les"),
        Good("C’est tout ce que le pays avait."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        tokens = context.tokens(segment)
        words = tokens.words
        last = len(words) - 1
        for index, word in enumerate(words):
            if word in _AUXILIARIES:
                found = _broken(tokens, index, segment, context)
            elif word in _STOPS and index == last and index > 3:
                found = _unfinished(tokens, index)
            else:
                continue
            if found is not None:
                yield self.finding(segment, tokens.starts[found[0]], tokens.ends[found[1]])


def _broken(tokens: Tokens, index: int, segment: Segment, context: Context) -> tuple[int, int] | None:
    words = tokens.words
    if index + 1 >= len(words) or not index:
        return None
    following = words[index + 1]
    if (
        words[index - 1] in _PLURAL_DETERMINERS
        and words[index] != "aura"
        and following != "…"
        and tokens.surface(index).islower()
    ):
        return index - 1, index
    if words[index] in _HAVING and (following in _STOPS or following == "et"):
        return _left_alone(tokens, index, context.tags(segment))
    if following.endswith("ment") and index + 3 < len(words) and words[index] in _HAVING | {"a"}:
        return _adjective_for_participle(tokens, index, context.tags(segment))
    return None


def _left_alone(tokens: Tokens, index: int, tags: list[str]) -> tuple[int, int] | None:
    """*avoir* behind its noun, and nothing behind it."""
    words = tokens.words
    if not tags[index - 1].startswith("NOUN") or not tokens.spaced(index) or not tokens.spaced(index - 1):
        return None
    if words[index + 1] == "et" and not _another_verb(tokens, index + 2, tags):
        return None
    for place in range(index - 2, -1, -1):
        word = words[place]
        if word in _STOPS or word in ";:":
            break
        if word in ("plus", "moins", "autant", "mieux", "ne", "n’") or (
            word in _LINKS and not (word in ("que", "qu’") and place and tags[place - 1].startswith(_SAYING))
        ):
            return None
    return index, index


def _another_verb(tokens: Tokens, index: int, tags: list[str]) -> bool:
    """Whether a verb that is no auxiliary follows, and no participle near it."""
    words = tokens.words
    if index < len(words) and words[index] in ("s’", "se", "ne", "n’"):
        index += 1
    behind = tags[index + 1 : index + 6]
    return (
        index < len(words)
        and tags[index].startswith("VERB.3")
        and words[index] not in _AUXILIARIES
        and not any(tag.startswith("PPAST") for tag in behind)
    )


def _adjective_for_participle(tokens: Tokens, index: int, tags: list[str]) -> tuple[int, int] | None:
    word = tokens.words[index + 2]
    readings = lexicon().analyses(word)
    poses = {analysis.pos for analysis in readings}
    inflected = any(a.pos == "ADJ" and (a.gender == "f" or a.number == "p") for a in readings)
    doubtful = "ADJ" not in poses or poses & {"VERB", "ADV", "DET", "PRON"} or word in _STATES
    if doubtful or not inflected or tags[index + 1] != "ADV" or not tags[index + 2].startswith("ADJ"):
        return None
    behind = tags[index + 3]
    if behind.startswith(("NOUN", "CONJ", "NAME", "PPAST")) or tokens.words[index + 3] in (",", "de", "d’"):
        return None
    if behind.startswith("ADJ") and tokens.words[index + 3] != "bon":
        return None
    return index + 1, index + 2


def _unfinished(tokens: Tokens, stop: int) -> tuple[int, int] | None:
    """The last word before the full stop of a segment, where no sentence can end in it."""
    word, words = words_before(tokens, stop)
    if tokens.text[tokens.starts[stop] :].strip() != "." or tokens.ends[stop - 1] != tokens.starts[stop]:
        return None
    if not tokens.surface(stop - 1).islower() or re.search(
        r"[…]|\.\.", tokens.text[tokens.starts[stop] - 1 :]
    ):
        return None
    if word in _UNFINISHED:
        return stop - 1, stop - 1
    negated = word in ("aucune", "aucun") and {"ne", "n’"} & set(words[-6:]) and "en" not in words
    transitive = negated and any(a.tense == "ppast" for a in lexicon().analyses(words[-2]))
    return (stop - 1, stop - 1) if transitive else None


def words_before(tokens: Tokens, stop: int) -> tuple[str, list[str]]:
    """The last word before a stop, and the words up to it."""
    return tokens.words[stop - 1], tokens.words[max(0, stop - 20) : stop]
