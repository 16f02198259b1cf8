"""What a translation program says about its translation."""

import re
from collections.abc import Iterator

from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_TRANSLATION = (
    r"(?:la\ |une\ |ma\ |votre\ )?(?:traduction|version)"
    r"\ (?:française|en\ français|demandée|fidèle|complète|révisée|corrigée)"
)
_OF_WHAT = (
    r"(?:de\ l['’](?:article|extrait|original)|du\ (?:texte|passage|paragraphe|contenu|document)"
    r"|de\ (?:cet\ article|ce\ texte|ce\ passage|votre\ texte|votre\ article)|en\ français)"
)
_CHATTER = re.compile(
    rf"""
    (?:(?:bien\ sûr|certainement|d['’]accord|avec\ plaisir|absolument|parfait)\s*[!,.:]\s*)?
        (?:voici|voilà)\ (?:donc\ )?
        (?:{_TRANSLATION}|(?:la|une|ma|votre)\ traduction\ {_OF_WHAT}
            |(?:le\ texte|l['’]article)\ (?:traduit|en\ français))
        [^.:!]*[.:!]
    | traduction\ {_OF_WHAT}\s*:
    | (?:traduction|texte\ traduit|version\ française)\s*:\s*$
    | (?:here\ is|here['’]s|below\ is)\ (?:the|a|your)\ (?:french\ )?translat(?:ion|ed)[^.:!]*[.:!]
    | (?:sure|certainly|of\ course)\s*[!,.]\s*here(?:['’]s|\ is)[^.:!]*[.:!]
    | en\ tant\ qu(?:e\ modèle\ (?:de\ langage|linguistique)
        |['’](?:ia|intelligence\ artificielle|assistant\ (?:ia|virtuel)))\b[^.!]*[.!]
    | as\ an\ ai\ (?:language\ )?model[^.!]*[.!]
    | j['’]espère\ que\ cette\ traduction\ [^.!]*[.!]
    | (?:n['’]hésitez\ pas\ à|faites-moi\ savoir\ si|dites-moi\ si)\ [^.!]*
        (?:traduction|modifications?|ajustements?|autre\ chose\ à\ traduire)[^.!]*[.!]
    | i\ hope\ (?:this|that)\ helps[.!]
    | let\ me\ know\ if\ you[^.!]*[.!]
    | \[?(?:note|remarque)\s*(?:du\ traducteur\ automatique|sur\ la\ traduction)\s*:[^\]]*\]?
    """.replace("\\ ", "[ \u00a0]"),
    re.IGNORECASE | re.VERBOSE,
)
_HINT = re.compile(r"tradu|transl|modèle d|espère que c|hope t|model|let me know|version", re.IGNORECASE)


class TranslatorChatter(Rule):
    """What a language model says around its translation: « Voici la traduction de l’article : ».

    Only whole sentences at the beginning of a sentence, worded as these programs word them.
    """

    code = "ADD212"
    name = "translator-chatter"
    severity = Severity.MAJOR
    safety = Safety.SAFE
    category = Category.ACCURACY
    confidence = 0.95
    title = Bilingual(en="translator chatter", fr="bavardage du traducteur")
    message = Bilingual(
        en="The translation program speaks here, not the article.",
        fr="Ici parle le programme de traduction, non l’article.",
    )
    bad = (
        Bad("⟦Voici la traduction de l’article :⟧\nLe port rouvre.", ("",)),
        Bad("⟦Bien sûr ! Voici la traduction française demandée : ⟧Le port rouvre.", ("",)),
        Bad("Le port rouvre.⟦ J’espère que cette traduction vous convient.⟧", ("",)),
        Bad("⟦Here is the translation: ⟧Le port rouvre.", ("",)),
        Bad("⟦En tant que modèle de langage, je ne peux pas vérifier ces faits. ⟧Le port rouvre.", ("",)),
    )
    good = (
        Good("Voici la traduction concrète de cet accord : moins de navires."),
        Good("La traduction du roman paraîtra en mai. Voici pourquoi."),
        Good("Il a publié une version française : un succès."),
        Good("N’hésitez pas à réserver."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        if not _HINT.search(text):
            return
        starts = context.sentence_starts(segment)
        for match in _CHATTER.finditer(text):
            if match.start() in starts:
                start, end = _with_one_space(text, *match.span())
                yield self.finding(segment, start, end, "")


def _with_one_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the space that its deletion would leave over."""
    if end < len(text):
        return start, end + len(text[end:]) - len(text[end:].lstrip())
    return len(text[:start].rstrip()), end
