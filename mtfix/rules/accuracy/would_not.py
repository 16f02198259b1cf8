"""*Would not say* as a conditional: refusal told as a supposition."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mtfix.french.lexicon import lexicon
from mtfix.french.tagging import coarse
from mtfix.french.tokens import Tokens
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.rules.calque.subjects import Subject, subject_ending
from mtfix.text import Segment

_VERB = re.compile(
    r"(?:di|divulgue|révéle|révèle|précise|commente|confirme|dévoile|détaille|identifie|nomme|communique"
    r"|spécule|élabore|infirme|discute|répond|fourni|donne)r(?:ait|aient)"
)
# Verbs that may be a plain supposition with any object: only before a question or what is disclosed.
_GENERAL = re.compile(r"(?:di|donne|fourni|répond|discute|nomme|commente|communique)r.*")
_QUESTIONS = frozenset(
    "si s’ combien pourquoi quand où comment qui quel quelle quels quelles ce lequel laquelle".split()
)
_DISCLOSED = frozenset(
    "détail détails précision précisions nom noms identité chiffre chiffres information informations "
    "raison raisons montant prix contenu nombre date teneur renseignements explication explications "
    "commentaire commentaires nouvelles question questions conditions termes négociations affaire "
    "allégations rumeurs accusations sources source cas décision enquête rapport rapports".split()
)
_SUPPOSING = frozenset("si selon sinon sans même quand".split())
_SUPPOSING_PAIRS = frozenset(
    (("s’", "il"), ("s’", "ils"), ("d’", "après"), ("à", "moins"), ("à", "condition"))
)
_SOURCE = re.compile(r"\b(?:would(?: not|n['’]t)|declin|refus)", re.IGNORECASE)
_CALQUE = "élaborer"
_FAR = 5


class WouldNot(Rule):
    """*Would not say*, word for word: « ne dirait pas ».

    In a story told in the past, *would not* before a verb of disclosing means a refusal: *n’a pas voulu dire*,
    *a refusé de divulguer*.  The French conditional makes a supposition of it.  Reported: a clause that stands
    by itself, its subject before the verb (or *mais*, *et* and no subject), with a negated conditional of
    saying, disclosing, confirming; behind a verb with other uses only before an indirect question or what one
    discloses (*les détails, le nom*).

    Left alone: the future of the past (*il a dit qu’il ne confirmerait pas*), suppositions (*s’il le
    savait, il ne le dirait pas*), *on ne dirait pas*, the other persons, questions, and texts whose aligned
    source holds no *would not*.
    """

    code = "ACC302"
    name = "would-not"
    severity = Severity.MAJOR
    safety = Safety.RETRANSLATE
    category = Category.ACCURACY
    confidence = 0.8
    title = Bilingual(en="refusal as a conditional", fr="refus rendu par un conditionnel")
    message = Bilingual(
        en="“Would not” here tells a refusal, not a supposition: “n’a pas voulu …”.",
        fr="« Would not » dit ici un refus, non une supposition : « n’a pas voulu … ».",
    )
    bad = (
        Bad("Le groupe ⟦ne divulguerait pas⟧ le montant de l’offre.", ("n’a pas voulu divulguer",)),
        Bad("Elle ⟦ne dirait pas⟧ combien d’emplois disparaîtront.", ("n’a pas voulu dire",)),
        Bad(
            "Le maire s’est rendu à l’hôpital, mais le bureau du préfet ⟦ne révélerait pas⟧ son état.",
            ("n’a pas voulu révéler",),
        ),
        Bad("Les enquêteurs ⟦ne confirmeraient pas⟧ l’information.", ("n’ont pas voulu confirmer",)),
        Bad(
            "Il a reconnu sa faute, mais ⟦n’identifierait pas⟧ ses complices.", ("n’a pas voulu identifier",)
        ),
        Bad(
            "La police ⟦ne commenterait pas⟧ l’affaire.",
            ("n’a pas voulu commenter",),
            source="Police would not comment on the case.",
        ),
    )
    good = (
        Good("Il a dit qu’il ne confirmerait pas la nouvelle."),
        Good("S’il le savait, il ne dirait pas combien. On ne dirait pas où nous sommes."),
        Good("Ne dirait-il pas si c’est vrai ? Je ne dirais pas non."),
        Good("Elle n’a pas voulu dire combien. Il ne dirait pas du mal d’un ami."),
        Good("Selon le journal, le groupe ne confirmerait pas l’accord."),
        Good("Le groupe ne divulguerait pas le montant.", source="The group might not disclose the amount."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        if "rai" not in segment.target or not _source_allows(segment):
            return
        tokens = context.tokens(segment)
        for index in range(1, len(tokens) - 1):
            word = tokens.words[index]
            if not _VERB.fullmatch(word) or tokens.words[index + 1] != "pas":
                continue
            if tokens.words[index - 1] not in ("ne", "n’") or not _is_disclosing(tokens, index):
                continue
            if _stands_alone(tokens, context.tags(segment), index):
                fix = _refusal(tokens, index)
                start, end = tokens.starts[index - 1], tokens.ends[index + 1]
                fixes = (fix.replace("’", context.apostrophe),) if fix else ()
                safety = Safety.UNSAFE if fixes else self.safety
                yield self.finding(segment, start, end, *fixes, safety=safety)


def _source_allows(segment: Segment) -> bool:
    return segment.source is None or _SOURCE.search(segment.source) is not None


def _is_disclosing(tokens: Tokens, index: int) -> bool:
    behind = tokens.words[index + 2 : index + 2 + _FAR]
    if not behind or behind[0] in (".", ",", ";"):
        return not _GENERAL.fullmatch(tokens.words[index])
    if behind[0] in _QUESTIONS:
        return behind[0] != "ce" or behind[1:2] in (["que"], ["qu’"], ["qui"])
    return not _GENERAL.fullmatch(tokens.words[index]) or not _DISCLOSED.isdisjoint(behind)


def _stands_alone(tokens: Tokens, tags: list[str], index: int) -> bool:
    """Whether the clause is a main clause of its sentence, and nothing there supposes anything."""
    first, last = index, index
    while first and tokens.words[first - 1] not in ".!?…":
        first -= 1
    while last < len(tokens) - 1 and tokens.words[last] not in ".!?…":
        last += 1
    if tokens.words[last] == "?" or _supposes(tokens.words[first:index]):
        return False
    behind = tokens.words[index + 3 : last]
    if "si" in behind or "s’il" in behind or not {"que", "qu’", "qui"}.isdisjoint(tokens.words[first:index]):
        return False
    before = tokens.words[index - 2] if index - 2 >= first else ""
    if before in ("mais", "et"):
        return True
    subject = subject_ending(tokens, tags, index - 2)
    return subject is not None and _is_told(tokens, tags, subject)


def _supposes(words: list[str]) -> bool:
    return not (_SUPPOSING.isdisjoint(words) and _SUPPOSING_PAIRS.isdisjoint(pairwise(words)))


def _is_told(tokens: Tokens, tags: list[str], subject: Subject) -> bool:
    """Whether it is someone told about: a person's pronoun, a name, a noun; not *on*."""
    return tokens.words[subject.head] != "on" and coarse(tags[subject.head]) in ("PRON", "NAME", "NOUN")


def _refusal(tokens: Tokens, index: int) -> str | None:
    word = tokens.words[index]
    infinitive = next((a.lemma for a in lexicon().analyses(word) if a.tense == "cond"), None)
    if infinitive is None or infinitive == _CALQUE:
        return None
    auxiliary = "ont" if word.endswith("aient") else "a"
    return f"n’{auxiliary} pas voulu {infinitive}"
