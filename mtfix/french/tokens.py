"""Cuts French text into tokens with exact offsets."""

import re
from dataclasses import dataclass

APOSTROPHE = r"(?:['’]|&\#0?39;|&rsquo;|&apos;)"
_ELIDED = rf"(?:jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|qu|[cdjlmnst]){APOSTROPHE}(?=\w|[«“\"])"
_WORD = rf"(?:aujourd{APOSTROPHE}hui|[^\W\d_]+(?:{APOSTROPHE}(?=[^\W\d_])[^\W\d_]+)*(?:-[^\W\d_]+)*)"
_NUMBER = r"[12]\d\d0s\b|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.]|,\d{3})(?:,\d+)?|\d+(?:[.,]\d+)*"
_ENTITY = r"&(?:\#\d{1,6}|\#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});"
_TOKEN = re.compile(rf"{_ELIDED}|{_NUMBER}|{_ENTITY}|{_WORD}|[^\w\s]|_", re.IGNORECASE)
APOSTROPHES = re.compile(APOSTROPHE)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, as parallel lists.

    `words` are folded for comparison (lower case, ’ for every apostrophe); `starts` and `ends` are
    code point offsets into `text`.  An elided word is a token of its own and keeps its apostrophe (`l’`).
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, index: int) -> str:
        """Token `index` as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def between(self, first: int, last: int) -> str:
        """The text from token `first` up to and including token `last`."""
        return self.text[self.starts[first] : self.ends[last]]

    def is_word(self, index: int) -> bool:
        """Whether token `index` begins with a letter."""
        return self.words[index][0].isalpha()

    def spaced(self, index: int) -> bool:
        """Whether only white space (or nothing) stands between token `index` and the one after it."""
        return not self.text[self.ends[index] : self.starts[index + 1]].strip()


def fold(word: str) -> str:
    """A word as `Tokens.words` has it: lower case, every apostrophe as ’."""
    return APOSTROPHES.sub("’", word).lower()


def tokenize(text: str) -> Tokens:
    """The tokens of `text`: words, elided words, numbers, HTML entities, single punctuation marks."""
    words, starts, ends = [], [], []
    apostrophes = "'" in text or "&" in text
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        if apostrophes and ("'" in word or "&" in word):
            word = APOSTROPHES.sub("’", word)
        words.append(word)
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends)
