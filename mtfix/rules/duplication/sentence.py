"""A sentence that stands twice."""

from collections.abc import Iterator
from itertools import pairwise

from mtfix.french.sentences import sentence_spans
from mtfix.french.tokens import fold
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment, Span

_FEWEST_WORDS = 4


class RepeatedSentence(Rule):
    """A sentence that follows itself, letter for letter but for capitals and spaces, within a paragraph.

    Left alone: sentences of three words and fewer (« Non. Non. »), exclamations and questions (slogans,
    refrains), and lines that repeat each other, which lists and verses do.
    """

    code = "DUP006"
    name = "repeated-sentence"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.ACCURACY
    confidence = 0.97
    title = Bilingual(en="sentence doubled", fr="phrase répétée")
    message = Bilingual(en="The sentence stands twice.", fr="La phrase est écrite deux fois.")
    bad = (
        Bad("⟦La séance est levée. La séance est levée.⟧ Le vote attendra.", ("La séance est levée.",)),
        Bad(
            "Le port rouvre. ⟦Aucun bateau n’a coulé. Aucun bateau n'a coulé.⟧",
            ("Aucun bateau n’a coulé.",),
        ),
    )
    good = (
        Good("Non. Non. Le maire ne cédera pas."),
        Good(
            "Le maire ne cède pas. Le maire ne cède pas.",
            source="The mayor does not yield. The mayor does not yield.",
        ),
        Good("On ne passe pas ! On ne passe pas !"),
        Good("La séance est levée. Le vote attendra. La séance est levée."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        sentences = context.sentences(segment)
        if len(sentences) < 2:
            return
        text = segment.target
        run: list[Span] = [sentences[0]]
        for sentence in [*sentences[1:], Span(len(text), len(text))]:
            if _comparable(text, run[-1]) == _comparable(text, sentence):
                run.append(sentence)
                continue
            if len(run) > 1 and _counts(text, run[0]) and not _repeats(segment.source):
                first = run[0]
                yield self.finding(segment, first.start, run[-1].end, text[first.start : first.end])
            run = [sentence]


def _repeats(source: str | None) -> bool:
    """Whether the source has a sentence twice in a row as well."""
    if source is None:
        return False
    told = [_comparable(source, Span(*span)) for span in sentence_spans(source)]
    return any(one == other for one, other in pairwise(told))


def _comparable(text: str, sentence: Span) -> str:
    return " ".join(fold(text[sentence.start : sentence.end]).split())


def _counts(text: str, sentence: Span) -> bool:
    words = text[sentence.start : sentence.end].split()
    return len(words) >= _FEWEST_WORDS and words[-1][-1] not in "!?"
