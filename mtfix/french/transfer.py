"""Replaces a verb or a noun by another word in the same form.

`replace_verb("n’a pas encore appelé", "convoquer")` is `n’a pas encore convoqué`,
`replace_noun("une adresse importante", "discours")` is `un discours important`.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtfix.french.elision import full_form, join, split_elided
from mtfix.french.inflection import (
    agree,
    agree_word,
    conjugate,
    genders,
    inflect,
    noun_head,
    participle,
    prenominal,
)
from mtfix.french.lexicon import Gender, Number, Tense, lexicon
from mtfix.french.verb_group import (
    CLITICS,
    DIRECT,
    REFLEXIVES,
    Group,
    Phrase,
    poses,
    read_group,
    read_phrase,
)

_CONTRACTIONS = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}
_STRESSED = {"me": "moi", "te": "toi"}


def replace_verb(
    old: str | Sequence[str],
    new: str,
    lemma: str = "",
    tense: Tense = "",
    gender: Gender = "",
    number: Number = "",
) -> str | None:
    """The verb group `old` with the verb phrase `new` (in the infinitive) in its place, in the same form.

    Negation, pronouns and adverbs stay, the auxiliary is the new verb's: `s’est senti` → `a fait l’effet de`.
    `lemma` is the verb or verb phrase to replace (`avoir lieu`, `être basé`): needed for a phrase, and where
    the group has another verb.  `tense` is its tense, if the form leaves a choice (*que j’appelle*: `subj`).
    `gender` and `number` are the subject's: needed where the old form does not show them and the new one does
    (`a appelé` → `s’est adressée à`).  `old` begins at the subject pronoun or later and ends with the verb or
    its adverbs.

    None if `new` cannot take the form: a passive without direct object, an object pronoun without a place.
    Contractions behind the group are the caller's: `join((replaced, "le", "maire"))`.
    """
    words = [old] if isinstance(old, str) else list(old)
    phrase = read_phrase(new)
    group = read_group(words, lemma, tense) if phrase else None
    if phrase is None or group is None or not _fits(group, phrase):
        return None
    group.gender = gender or group.gender
    replaced = _build(group, phrase, number or group.number or group.participle_number)
    if replaced is None:
        return None
    return _as_written(join(replaced), " ".join(words))


def _as_written(text: str, old: str) -> str:
    """The text with the apostrophes and the capital of the old one."""
    if "'" in old and "’" not in old:
        text = text.replace("’", "'")
    return text[0].upper() + text[1:] if old[:1].isupper() else text


def _fits(group: Group, phrase: Phrase) -> bool:
    if not phrase.transitive and DIRECT.intersection(group.clitics) and not _reflexive_object(group, phrase):
        return False
    if group.voice == "passive":
        return phrase.transitive
    if group.tense == "ppast":
        return phrase.transitive or (phrase.verb.auxiliary == "être" and not phrase.reflexive)
    return not (group.inverted and phrase.reflexive and group.tense == "imper")


def _reflexive_object(group: Group, phrase: Phrase) -> bool:
    """Whether the pronoun before an infinitive can be the new verb's own: *pour nous adresser à*."""
    pronouns = [clitic for clitic in group.clitics if clitic in DIRECT]
    free = group.tense in ("inf", "ppres") and phrase.reflexive
    return free and len(pronouns) == 1 and pronouns[0] in REFLEXIVES.values()


def _build(group: Group, phrase: Phrase, number: Number) -> list[str] | None:
    if group.voice == "passive":
        return _passive(group, phrase)
    if group.tense == "ppast":
        gender, number = group.participle_gender or group.gender, group.participle_number
        form = participle(phrase.head, gender or "m", number or "s")
        return None if form is None else [*group.before, form, *_behind(group, phrase, gender, number)]
    auxiliary = _auxiliary(group, phrase) if group.voice == "compound" else ""
    finite = conjugate(auxiliary or phrase.head, group.tense, group.person, group.number)
    if finite is None:
        return None
    if not auxiliary:
        behind = _behind(group, phrase, group.gender, number)
        return [*group.before, *_around(group, phrase, finite), *group.middle, *behind]
    gender, shown = _compound_agreement(group, phrase, auxiliary, number)
    form = participle(phrase.head, gender, shown)
    if form is None:
        return None
    behind = _behind(group, phrase, group.gender, number)
    return [*group.before, *_around(group, phrase, finite), *group.middle, form, *behind]


def _passive(group: Group, phrase: Phrase) -> list[str] | None:
    gender, number = group.participle_gender or "m", group.participle_number or "s"
    form = participle(phrase.head, gender, number)
    if form is None:
        return None
    negation = ["ne"] if group.negated else []
    finite = _inverted(group, group.finite)
    behind = _behind(group, phrase, gender, number)
    return [*group.before, *negation, *group.clitics, finite, *group.middle, form, *behind]


def _auxiliary(group: Group, phrase: Phrase) -> str:
    if phrase.reflexive:
        return "être"
    if phrase.verb.auxiliary != "both":
        return phrase.verb.auxiliary
    if phrase.has_object or DIRECT.intersection(group.clitics):
        return "avoir"
    return "être" if group.auxiliary == "être" or phrase.indirect else "avoir"


def _compound_agreement(
    group: Group, phrase: Phrase, auxiliary: str, number: Number
) -> tuple[Gender, Number]:
    """Gender and number of the new participle: the subject's, or those of an object that stands before."""
    if auxiliary == "être":
        if phrase.verb.pronominal == "invariable" or (phrase.reflexive and phrase.has_object):
            return "m", "s"
        return group.gender or "m", number or "s"
    if group.auxiliary == "avoir" and phrase.transitive:
        return group.participle_gender or "m", group.participle_number or "s"
    return "m", "s"


def _around(group: Group, phrase: Phrase, finite: str) -> list[str]:
    """Negation, pronouns and the conjugated verb in their order."""
    reflexive = _reflexive(group) if phrase.reflexive else ""
    taken = reflexive if _reflexive_object(group, phrase) else ""
    others = [clitic for clitic in group.clitics if clitic != taken]
    negation = ["ne"] if group.negated else []
    pronouns = sorted({*others, *phrase.clitics}, key=CLITICS.__getitem__)
    if group.tense == "imper" and not group.negated:
        hyphenated = [_STRESSED.get(reflexive, reflexive)] if reflexive else []
        return ["-".join([finite, *hyphenated, *pronouns])]
    return [*negation, *([reflexive] if reflexive else []), *pronouns, _inverted(group, finite)]


def _reflexive(group: Group) -> str:
    if group.tense in ("inf", "ppres"):
        own = REFLEXIVES.get(group.modal, "se")
        return next((c for c in group.clitics if c in REFLEXIVES.values()), group.reflexive or own)
    return REFLEXIVES.get((group.person, group.number), "se")


def _inverted(group: Group, finite: str) -> str:
    if not group.inverted:
        return finite
    linked = finite[-1] in "aec" and group.inverted[0] in "eio"
    return f"{finite}-t-{group.inverted}" if linked else f"{finite}-{group.inverted}"


def _behind(group: Group, phrase: Phrase, gender: Gender, number: Number) -> list[str]:
    """What follows the main verb: its adverbs, the rest of the phrase, the rest of the group."""
    tail = list(phrase.tail)
    if phrase.attributive:
        if phrase.head == "rendre" and group.voice != "passive" and group.tense != "ppast":
            gender, number = group.participle_gender, group.participle_number
        agreed = agree(" ".join(tail), gender or "m", number or "s")
        tail = [agreed] if agreed else tail
    return [*group.adverbs, *tail, *group.after]


def replace_noun(
    old: str | Sequence[str], new: str, head: str = "", gender: Gender = "", number: Number = ""
) -> str | None:
    """The noun phrase `old` with the noun (or noun phrase in the singular) `new` in the place of its noun.

    Determiners and adjectives agree: `de l’importante adresse` → `de l’important discours`, `aux vieilles
    maisons` → `aux vieux hôtels`.  Agreement ends with the first preposition or pronoun behind the noun.
    `head` is the noun to replace, `gender` the new noun's where it has two (*poste*), `number` that of the
    old one if its form serves for both.  None if a word has no such form.
    """
    words = split_elided([old] if isinstance(old, str) else old)
    place = _place(words, head)
    if place is None:
        return None
    number = number or _number(words, place)
    new_words = new.split()
    new_head = new_words[noun_head(new_words) or 0]
    gender = gender or next((own for own in genders(new_head) if own), "m")
    if {a.number for a in lexicon().analyses(new_head) if a.pos == "NOUN"} == {"p"}:
        number = "p"
    noun = agree(new, gender, number) if number == "p" else new
    ahead = _ahead(words[:place], gender, number)
    behind = _modifiers(words[place + 1 :], words[place], gender, number)
    if noun is None or ahead is None or behind is None:
        return None
    if ahead and number == "s" and not lexicon().can_be(ahead[-1], "DET"):
        ahead[-1] = prenominal(ahead[-1], noun.split()[0])
    original = old if isinstance(old, str) else " ".join(old)
    return _as_written(join([*ahead, noun, *behind]), original)


def _place(words: list[str], head: str) -> int | None:
    if not head:
        return noun_head(words)
    wanted = {head, *lexicon().lemmas(head, "NOUN")}
    for index, word in enumerate(words):
        if wanted & {word, *lexicon().lemmas(word, "NOUN")}:
            return index
    return None


def _number(words: list[str], place: int) -> Number:
    """The number the old noun has, by its form or by its determiner."""
    for word in (words[place], *words[:place]):
        these = lexicon().analyses(word)
        numbers = {a.number for a in these if a.pos in ("NOUN", "DET") or a.kind == "contraction"}
        if numbers in ({"s"}, {"p"}):
            return numbers.pop()
    return "s"


def _ahead(words: list[str], gender: Gender, number: Number) -> list[str] | None:
    found: list[str] = []
    inner = max((i for i, word in enumerate(words) if i and "PREP" in poses(word)), default=0)
    for index, word in enumerate(words):
        folded = word.lower()
        parts = _CONTRACTIONS.get(folded, (full_form(folded),))
        if len(parts) == 2:
            found.append(parts[0])
        # « une de ses agences »: what stands before the inner preposition keeps its number.
        form = _agreed_ahead(parts[-1], gender, number if index >= inner else _number([folded], 0))
        if form is None:
            return None
        found.append(form)
    return found


def _agreed_ahead(word: str, gender: Gender, number: Number) -> str | None:
    """A determiner or adjective before the noun; prepositions, numerals and adverbs stay."""
    for analysis in lexicon().analyses(word):
        if analysis.pos == "DET" and word != "de":
            return inflect(analysis.lemma, "DET", gender, number)
    if poses(word) & {"ADJ"}:
        return agree_word(word, gender, number, "ADJ")
    return word


def _modifiers(words: list[str], noun: str, gender: Gender, number: Number) -> list[str] | None:
    """The words behind the noun, those that agreed with it agreed anew."""
    old = [a for a in lexicon().analyses(noun) if a.pos == "NOUN"]
    found: list[str] = []
    for index, word in enumerate(words):
        analyses = lexicon().analyses(word)
        agreeing = [a for a in analyses if a.pos == "ADJ" or a.tense == "ppast"]
        if word in ("et", "ou", ",") or (not agreeing and "ADV" in poses(word)):
            found.append(word)
            continue
        fits = any(a.reading.fits(b.gender, b.number) for a in agreeing for b in old)
        if not fits or poses(word) & {"PREP", "DET", "PRON"}:
            return [*found, *words[index:]]
        form = agree_word(word, gender, number)
        if form is None:
            return None
        found.append(form)
    return found
