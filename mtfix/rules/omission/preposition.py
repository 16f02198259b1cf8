"""The second half of a prepositional phrase is missing: `à cause la tempête`."""

import re
from collections.abc import Iterator

from mtfix.french.elision import elides, join
from mtfix.french.lexicon import lexicon
from mtfix.rules.base import Bad, Bilingual, Category, Context, Finding, Good, Rule, Safety, Severity
from mtfix.text import Segment

_SPACE = "[ \u00a0\u202f]"
_WITH_DE = (
    "à cause|en raison|au sein|au cours|en dépit|à partir|en faveur|à l['’]égard|au lieu|au sujet|en vertu|au profit"
    "|au détriment|à l['’]encontre|en l['’]absence|à l['’]issue|en présence|à proximité|au large|à l['’]intention"
    "|à destination|à l['’]exception|en guise|au moyen|aux alentours|aux environs|au bord|au terme"
    "|aux dépens|à hauteur|à raison|en provenance|à l['’]instar|au milieu|près"
)
_WITH_A = "grâce|par rapport|conformément|contrairement|quant"
_CANDIDATE = re.compile(
    rf"(?<![\w'’-])(?P<head>(?P<de>{_WITH_DE})|(?P<to>{_WITH_A}))(?P<space>{_SPACE})"
    rf"(?P<article>l['’](?=\w)|(?:l[ae]s?|une?|cette|cet|ces?|son|sa|ses|leurs?|notre|nos){_SPACE})(?P<next>[^\W_][\w-]*)",
    re.IGNORECASE,
)
# « ambassadeur près le Saint-Siège », « procureur près la cour d’appel »
_COURTS = re.compile(
    r"tribuna|cour|saint-siège|parlement|chambre|juridiction|union|ue\b|onu\b|otan\b|nations|conseil|commission"
    r"|organisation|état|république|gouvernement|comité|roi",
    re.IGNORECASE,
)
# Adverbs with the same words: « à peu près la même », « il regarde de près les comptes ».
_ADVERBIAL = re.compile(
    r"(?:\bpeu|\bde|\bplus|\bmoins|\baussi|\btrop|\btrès|\bsi|\bau|\btout|\bassez|\bbien|\bavec|\bet|\bmais|\bdes?|\bou|[,(«:;–—-])"
    r"\s*$",
    re.IGNORECASE,
)
_FIXED = frozenset("grâce quant".split())
_NOT_THANKS = re.compile(
    r"(?:\bde|\bdu|\bla|\bsa|\bune|\bcette|\bleur|\bgrande|\bbonne|\bmauvaise|\brend\w*|\bfai\w*|\bfît|\bfont|\bavec"
    r"|\btrouv\w+|\btoute|\bpar|\bet|\bl['’]an|\bdemand\w+|\bcri\w+|\bpleine|\bpleins?|\bsans|\bnulle|\bdivine)\s*$"
)
_ASSESSED = frozenset(
    "utile inutile nécessaire important possible impossible difficile facile essentiel recommandé conseillé interdit "
    "indispensable préférable crucial déconseillé primordial prudent judicieux impératif".split()
)
_LACK = re.compile(
    r"(?<![\w'’-])(?P<has>(?:j['’]|n['’]|qu['’])?(?:ai|a|ont|avons|avez|avait|avaient|aura|auront|aurait|auraient|avoir)"
    rf"(?:{_SPACE}(?:pas|plus|toujours|encore|aussi|également))?{_SPACE}besoin)(?P<space>{_SPACE})"
    rf"(?P<article>les?{_SPACE}|la{_SPACE}|l['’]|une?{_SPACE}|cette{_SPACE}|ce{_SPACE}|cet{_SPACE}|ces{_SPACE})(?P<next>[^\W\d_][\w-]*)"
)
_ASKED_ABOVE = re.compile(r"\b(?:dont|en|quoi|qui|duquel|desquels|de laquelle|desquelles)\b|\bd['’]en\b")
_TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche matin soir jour jours semaine mois année nuit après-midi "
    "moment lendemain week-end plus moins fois premier uns unes un une".split()
)
_BEFORE_LACK = ("PPAST", "PUNCT", "NOUN")
_MERGED = {"le": "du", "les": "des"}
_MERGED_A = {"le": "au", "les": "aux"}


class MissingPreposition(Rule):
    """A prepositional phrase of several words without its last one: *à cause la tempête*, *en raison le retard*.

    Word-for-word systems lose the *de* or *à* that French needs where English has one word (*because of*, *near*).
    The phrases are those that never stand alone before an article.

    Left alone: the same words as adverbs (*à peu près la même*, *avec au milieu une fontaine*), the *près* of the law
    (*procureur près la cour d’appel*), *grâce* as a noun (*rendre grâce*, *la grâce*), *besoin* behind *dont* or *en*
    (*ce dont ils ont besoin le matin*).
    """

    code = "OMI202"
    name = "missing-preposition"
    severity = Severity.MAJOR
    safety = Safety.UNSAFE
    category = Category.LINGUISTIC
    confidence = 0.9
    title = Bilingual(en="preposition missing", fr="préposition manquante")
    message = Bilingual(
        en="{text}: “{preposition}” is missing.",
        fr="{text} : il manque « {preposition} ».",
    )
    bad = (
        Bad("Le port a fermé ⟦à cause la⟧ tempête.", ("à cause de la",)),
        Bad("⟦En raison le⟧ retard, le vote est reporté.", ("En raison du",)),
        Bad("La foule attend ⟦près la⟧ gare.", ("près de la",)),
        Bad("Ils campent ⟦au milieu la⟧ place.", ("au milieu de la",)),
        Bad("Elle a gagné ⟦grâce les⟧ voix du sud.", ("grâce aux",)),
        Bad("L’île ⟦a besoin une⟧ réforme.", ("a besoin d’une",)),
        Bad("Le débat a repris ⟦au sein l’⟧Assemblée.", ("au sein de l’",)),
        Bad("Le stage est annulé, ⟦faute médecins⟧.", ("faute de médecins",)),
        Bad("Il est parfois ⟦utile comparer⟧ les prix.", ("utile de comparer",)),
        Bad("Le navire a sombré ⟦au large les⟧ Canaries.", ("au large des",)),
    )
    good = (
        Good(
            "Il y a à peu près la même foule, avec au milieu une fontaine, et il y regarde de près les comptes."
        ),
        Good("Le procureur près la cour d’appel et l’ambassadeur près le Saint-Siège ont rendu grâce."),
        Good("Ce dont ils ont besoin le matin, ils en ont besoin le soir. Il en a besoin la nuit."),
        Good("À cause de la tempête et en raison du retard, le vote a lieu près de la gare."),
        Good("Il est utile de comparer ; c’est possible, dire non l’est aussi. Il juge utile cet accord."),
        Good("La grâce, le calme et la joie : quant à lui, grâce à elle, il va mieux."),
    )

    def find(self, segment: Segment, context: Context) -> Iterator[Finding]:
        text = segment.target
        for match in _CANDIDATE.finditer(text):
            if _is_missing(match, text):
                yield self._found(segment, match, "à" if match["to"] else "de", context)
        if "besoin" in text:
            for match in _LACK.finditer(text):
                before = text[max(0, match.start() - 80) : match.start()].lower()
                if not _ASKED_ABOVE.search(before) and match["next"].lower() not in _TIMES:
                    yield self._found(segment, match, "de", context)

        if not _ASSESSED.isdisjoint(context.tokens(segment).words):
            yield from self._assessed(segment, context)
        if "faute " in text or "faute\u00a0" in text:
            yield from self._lacking(segment, context)

    def _assessed(self, segment: Segment, context: Context) -> Iterator[Finding]:
        """*il est utile comparer* for *il est utile de comparer*."""
        tokens = context.tokens(segment)
        for index in range(1, len(tokens) - 1):
            if tokens.words[index] not in _ASSESSED or not tokens.spaced(index):
                continue
            readings = lexicon().analyses(tokens.words[index + 1])
            bare = bool(readings) and all(a.pos == "VERB" and a.tense == "inf" for a in readings)
            before = tokens.words[max(0, index - 6) : index]
            impersonal = not {"il", "c’", "peut-il", "est-il"}.isdisjoint(before)
            if bare and impersonal and context.tags(segment)[index + 1] == "INF":
                fix = join((tokens.surface(index), "de", tokens.surface(index + 1)), context.apostrophe)
                start, end = tokens.starts[index], tokens.ends[index + 1]
                yield self.finding(segment, start, end, fix, preposition="de")

    def _lacking(self, segment: Segment, context: Context) -> Iterator[Finding]:
        """*faute lits* for *faute de lits*."""
        tokens = context.tokens(segment)
        for index, word in enumerate(tokens.words[:-1]):
            if word != "faute" or not index or not tokens.spaced(index):
                continue
            tags = context.tags(segment)
            noun = tokens.surface(index + 1)
            plural = all(a.pos in ("NOUN", "ADJ") and a.number == "p" for a in lexicon().analyses(noun))
            if (
                not plural
                or not tags[index + 1].startswith("NOUN")
                or not noun.islower()
                or noun not in lexicon()
                or not tags[index - 1].startswith(_BEFORE_LACK)
            ):
                continue
            of = f"d{context.apostrophe}" if elides(noun) else "de "
            yield self.finding(
                segment,
                tokens.starts[index],
                tokens.ends[index + 1],
                f"{tokens.surface(index)} {of}{noun}",
                preposition="de",
            )

    def _found(self, segment: Segment, match: re.Match[str], preposition: str, context: Context) -> Finding:
        article = match["article"].strip()
        folded = article.lower().replace("'", "’")
        merged = (_MERGED if preposition == "de" else _MERGED_A).get(folded)
        if merged is None and preposition == "de" and folded.startswith("un"):
            merged = f"d{context.apostrophe}{article}"
        head = match["has"] if "has" in match.groupdict() else match["head"]
        suggestion = f"{head}{match['space']}{merged or f'{preposition} {article}'}"
        end = match.start("article") + len(article)
        return self.finding(segment, match.start(), end, suggestion, preposition=preposition)


def _is_missing(match: re.Match[str], text: str) -> bool:
    head = match["head"].lower()
    before = text[max(0, match.start() - 30) : match.start()]
    if match["next"].lower() in _TIMES:
        return False
    if head == "près":
        return before.strip() != "" and not _ADVERBIAL.search(before) and not _COURTS.match(match["next"])
    if head == "au milieu":
        definite = match["article"][0] in "lL" and not match["article"].lower().startswith("leur")
        return definite and bool(before.strip()) and not _ADVERBIAL.search(before)
    if head in _FIXED:
        return not _NOT_THANKS.search(before)
    return True
