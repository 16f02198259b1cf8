"""What a rule is: its metadata, its examples, and how it reports a finding."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from mtfix.alignment.words import WordAlignment, align
from mtfix.english.words import tokenize as tokenize_english
from mtfix.french.profiles import PROFILES, Profile
from mtfix.french.sentences import sentence_spans
from mtfix.french.tagging import tag
from mtfix.french.tokens import Tokens, tokenize
from mtfix.text import Document, Segment, Span

if TYPE_CHECKING:
    from mtfix.glossary.entry import Glossary


Result = TypeVar("Result")
_LONGEST_ALIGNED = 1500
"""Tokens of a segment that is compared with its source: rules look at pairs of words, and no paragraph is longer."""
_OPENED, _CLOSED = re.compile("« "), re.compile(" ([»:;?!])")


class Severity(IntEnum):
    """How much a finding matters to the reader, in ascending order."""

    INFO = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        """The name in reports: `info`, `minor`, `major`, `critical`."""
        return self.name.lower()


class Safety(Enum):
    """What may be done with a suggestion."""

    SAFE = "safe"
    """The meaning cannot change: applied by `fix --write`."""
    UNSAFE = "unsafe"
    """A proposal, applied with `--unsafe`."""
    DISPLAY = "display"
    """Nothing to apply: the editor must decide."""
    RETRANSLATE = "retranslate"
    """Only a new translation of the span can repair it."""


class Category(Enum):
    """The dimensions of MQM (https://themqm.org) that the rules map to."""

    ACCURACY = "accuracy"
    TERMINOLOGY = "terminology"
    LINGUISTIC = "linguistic-conventions"
    STYLE = "style"
    LOCALE = "locale-conventions"
    MARKUP = "design-markup"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in the two languages of the reports; may hold `str.format` fields."""

    en: str
    fr: str

    def text(self, language: str) -> str:
        """The text in `language`: `fr` (with no-break spaces set), or English for every other."""
        if language != "fr":
            return self.en
        return _OPENED.sub("«\u00a0", _CLOSED.sub("\u00a0\\1", self.fr))


@dataclass(frozen=True, slots=True)
class Bad:
    """A faulty text, the fault between ⟦ ⟧, and the suggestions a rule must make for it."""

    marked: str
    suggestions: tuple[str, ...] = ()
    source: str | None = None
    profile: str = "press-fr"

    @property
    def text(self) -> str:
        """The text without the marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def span(self) -> Span:
        """Where the fault stands in `text`."""
        return Span(self.marked.index("⟦"), self.marked.index("⟧") - 1)


@dataclass(frozen=True, slots=True)
class Good:
    """A text that looks alike and that the rule must leave alone."""

    text: str
    source: str | None = None
    profile: str = "press-fr"


@dataclass(frozen=True, slots=True)
class SourceQuote:
    """The words of the aligned source that a finding rests on; offsets count from the source segment's start."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One artifact.  `span` and `text` are the document's; the suggestions replace exactly that span."""

    rule: Rule
    span: Span
    text: str
    suggestions: tuple[str, ...]
    severity: Severity
    safety: Safety
    confidence: float
    quoted: bool = False
    row: str | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    wording: Bilingual | None = None
    source: SourceQuote | None = None

    @property
    def code(self) -> str:
        """The stable code of the rule, such as DUP003."""
        return self.rule.code

    def message(self, language: str) -> str:
        """What is wrong, in `fr` or `en`."""
        template = (self.wording or self.rule.message).text(language)
        return template.format(text=self.text, **self.arguments)


class Context:
    """What the rules may read besides the segment: document, profile, glossary, cached readings."""

    def __init__(self, document: Document, profile: Profile | None = None, glossary: Glossary | None = None):
        self.document = document
        self.profile = profile or PROFILES["press-fr"]
        self.glossary = glossary
        self._cache: dict[object, dict[int, Any]] = defaultdict(dict)
        self._tokens = self._cache[_tokens]

    def cached(self, read: Callable[[Segment, Context], Result], segment: Segment) -> Result:
        """`read(segment, self)`, computed once for each segment: what several rules share."""
        read_segments = self._cache[read]
        if segment.index not in read_segments:
            read_segments[segment.index] = read(segment, self)
        result: Result = read_segments[segment.index]
        return result

    def tokens(self, segment: Segment) -> Tokens:
        """The tokens of the segment; offsets count from the segment's start."""
        # Every rule asks for them: the way through `cached` costs too much.
        found: Tokens | None = self._tokens.get(segment.index)
        return found if found is not None else self.cached(_tokens, segment)

    def sentences(self, segment: Segment) -> list[Span]:
        """The sentences of the segment; offsets count from the segment's start."""
        return self.cached(_sentences, segment)

    def tags(self, segment: Segment) -> list[str]:
        """The part-of-speech tag of every token of the segment (see `mtfix.french.tagging`)."""
        return self.cached(_tags, segment)

    def alignment(self, segment: Segment) -> WordAlignment | None:
        """Which words of the segment render which of its source; None without one, or where either has no end."""
        return self.cached(_alignment, segment)

    def sentence_starts(self, segment: Segment) -> frozenset[int]:
        """The offsets at which a sentence of the segment begins."""
        return frozenset(span.start for span in self.sentences(segment))

    @cached_property
    def occurrences(self) -> Counter[str]:
        """How often every word stands in the document, as it is written."""
        segments = self.document.segments
        return Counter(
            tokens.text[start:end]
            for tokens in map(self.tokens, segments)
            for start, end in zip(tokens.starts, tokens.ends, strict=True)
        )

    @cached_property
    def typographic(self) -> bool:
        """Whether at least half of the document's apostrophes are typographic, or the profile asks for them."""
        return self.profile.typographic_apostrophes or ("’" in self.document.text and not self.keyboard_typed)

    @cached_property
    def keyboard_typed(self) -> bool:
        """Whether most of the document's apostrophes are straight and the profile does not mind."""
        straight = self.document.text.count("'") + self.document.text.count("&#39;")
        return not self.profile.typographic_apostrophes and straight > self.document.text.count("’")

    @property
    def apostrophe(self) -> str:
        """The apostrophe to write: the document's own habit."""
        return "’" if self.typographic else "'"


def _tokens(segment: Segment, _: Context) -> Tokens:
    return tokenize(segment.target)


def _tags(segment: Segment, context: Context) -> list[str]:
    return tag(context.tokens(segment))


def _alignment(segment: Segment, context: Context) -> WordAlignment | None:
    if segment.source is None:
        return None
    source, target = tokenize_english(segment.source), context.tokens(segment)
    if max(len(source), len(target)) > _LONGEST_ALIGNED:
        return None
    return align(source, target, context.tags(segment))


def _sentences(segment: Segment, _: Context) -> list[Span]:
    return [Span(start, end) for start, end in sentence_spans(segment.target)]


class Rule(ABC):
    """One class of artifact.  Subclasses are found by walking the package; their docstring is the rule's page."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    safety: ClassVar[Safety]
    category: ClassVar[Category]
    title: ClassVar[Bilingual]
    message: ClassVar[Bilingual]
    bad: ClassVar[tuple[Bad, ...]]
    good: ClassVar[tuple[Good, ...]]
    confidence: ClassVar[float] = 0.9
    preview: ClassVar[bool] = False
    """Whether the rule is still to earn its place: it runs with `--preview`, or selected by its whole code."""
    doubtful_below: ClassVar[float] = 0.0
    """Findings with less confidence are in preview, though the rule as such is not."""
    reads_quotes: ClassVar[bool] = False
    """Whether quotations count like any other text (typography and encoding do)."""
    reads_protected: ClassVar[bool] = False
    """Whether the rule also looks into URLs, addresses and hashtags."""
    in_markup: ClassVar[bool] = True
    """Whether the rule applies to files with markup (an HTML entity is no fault in HTML)."""

    @property
    def family(self) -> str:
        """The folder the rule lives in, such as `duplication`."""
        return type(self).__module__.split(".")[-2]

    def check(self, context: Context) -> Iterator[Finding]:
        """All findings of this rule in the context's document, segment by segment."""
        return chain.from_iterable(map(self.find, context.document.segments, repeat(context)))

    @abstractmethod
    def find(self, segment: Segment, context: Context) -> Iterable[Finding]:
        """The findings of this rule in one segment."""

    def finding(
        self,
        segment: Segment,
        start: int,
        end: int,
        *suggestions: str,
        severity: Severity | None = None,
        safety: Safety | None = None,
        confidence: float | None = None,
        row: str | None = None,
        wording: Bilingual | None = None,
        source: Span | None = None,
        **arguments: str,
    ) -> Finding:
        """A finding at offsets that count from the segment's start; `source` from the start of its source."""
        return Finding(
            rule=self,
            span=Span(segment.start + start, segment.start + end),
            text=segment.target[start:end],
            suggestions=suggestions,
            severity=self.severity if severity is None else severity,
            safety=self.safety if safety is None else safety,
            confidence=self.confidence if confidence is None else confidence,
            row=row,
            arguments=arguments,
            wording=wording,
            source=_quote(segment, source),
        )


def _quote(segment: Segment, span: Span | None) -> SourceQuote | None:
    if span is None or segment.source is None:
        return None
    return SourceQuote(segment.source[span.start : span.end], span.start, span.end)
