"""Where sentences end in French text."""

import time

import pytest

from mtfix.french.sentences import sentence_spans


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Il pleut.|La cour est vide.", id="full-stop"),
        pytest.param("Il pleut !|Vraiment ?|Oui.", id="marks-with-a-space"),
        pytest.param("Il pleut\u202f!|Vraiment\u00a0?|Oui.", id="marks-with-a-no-break-space"),
        pytest.param("Quoi ?!|Rien.", id="two-marks"),
        pytest.param("Il attend…|Personne ne vient...|Il part.", id="ellipses-that-end"),
        pytest.param("Il attend… puis part.|Elle reste.", id="ellipsis-within"),
        pytest.param("La citation (…) continue.|Fin.", id="ellipsis-in-brackets"),
        pytest.param("Il viendra vers 18 h. 30 personnes l’attendent.", id="time-with-a-full-stop"),
        pytest.param("Départ à 8 h.|Le car attendra.", id="hour-that-ends"),
        pytest.param("Le taux est de 2.5 ou 3,5 %.|Il monte.", id="decimals"),
        pytest.param("M. Roux et Mme. Blanc sont là.|Le Dr. Vert aussi.", id="titles"),
        pytest.param("J. Roux a gagné.|A.-M. Blanc a perdu.", id="initials"),
        pytest.param("La J.-C. Roux et Cie. vend tout, cf. p. 12 du dossier.", id="abbreviations"),
        pytest.param("Voir art. 5 et n. 3 ci-dessous.|C’est l’art.|Il le sait.", id="abbreviation-or-word"),
        pytest.param("Les U.S. Marines partent.|Il vit aux U.S.A.|Elle aussi.", id="dotted-letters"),
        pytest.param("C’était av. J.-C. selon lui.", id="dates-of-old"),
        pytest.param("« Il pleut. »|La cour est vide.", id="guillemets"),
        pytest.param("“Il pleut.”|La cour est vide.", id="english-quotes"),
        pytest.param('"Il pleut."|La cour est vide.', id="straight-quotes"),
        pytest.param("Il pleut.|« La cour est vide. »|Il rit.", id="opening-guillemet"),
        pytest.param("Elle dit : « Viens ! » et sort.|Il suit.", id="question-within"),
        pytest.param("Il pleut (beaucoup.)|La cour est vide.", id="closing-bracket"),
        pytest.param("Il pleut.[1]|La cour est vide.", id="note-call"),
        pytest.param("1. Le pain.|2. Le vin.", id="list-numbers"),
        pytest.param("Il habite rue des Lilas. le soir il sort.", id="lower-case-goes-on"),
        pytest.param("Le site exemple.fr est fermé.|Il rouvrira.", id="address"),
        pytest.param("Oui.|— Non.|– Si.", id="dialogue"),
        pytest.param("Oui.|À demain.|Évidemment.|Œuvre.", id="accented-capitals"),
        pytest.param("Un but.|🎺 Bravo.|#fête oui.", id="symbols-begin"),
        pytest.param("Il pleut", id="no-mark"),
    ],
)
def test_sentences(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Un titre\nUn texte.", ["Un titre", "Un texte."], id="line-end"),
        pytest.param("Un titre\r\nUn texte.", ["Un titre", "Un texte."], id="crlf"),
        pytest.param("Le chat\ndort.", ["Le chat\ndort."], id="hard-wrapped"),
        pytest.param("Le chat\r\n  dort.\nFin.", ["Le chat\r\n  dort.", "Fin."], id="hard-wrapped-indented"),
        pytest.param("\n\n  Oui.  \n\n", ["Oui."], id="white-space-around"),
        pytest.param("Oui.\u2028Non.", ["Oui.", "Non."], id="line-separator"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t", [], id="white-space"),
        pytest.param("...", ["..."], id="only-marks"),
    ],
)
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_spaced_straight_quotes_open_and_close_by_turns() -> None:
    assert split('Il dit : " Il pleut. " Elle rit. " Viens. " Il sort.') == [
        'Il dit : " Il pleut. "',
        "Elle rit.",
        '" Viens. "',
        "Il sort.",
    ]


def test_spaced_quotes_are_counted_line_by_line() -> None:
    assert split('Une " seule\nOui. " Non. " Fin.') == ['Une " seule', "Oui.", '" Non. "', "Fin."]


def test_offsets_are_exact() -> None:
    text = "  Il pleut.\u00a0 « Bien ! »\n🎺 Fin"
    assert sentence_spans(text) == [(2, 11), (13, 23), (24, 29)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param('Il dit : " Oui. " Elle sort. ', id="spaced-quotes"),
        pytest.param("M. A. B. C. D. ", id="initials"),
        pytest.param("« Oui ! » ", id="guillemets"),
        pytest.param("... ", id="marks"),
    ],
)
def test_time_grows_with_the_text_alone(sentence: str) -> None:
    def seconds(times: int) -> float:
        text = sentence * times
        best = float("inf")
        for _ in range(3):
            began = time.perf_counter()
            sentence_spans(text)
            best = min(best, time.perf_counter() - began)
        return best

    # Sixteen times the text: sixteen times the time, or 256 times if it were quadratic.
    assert seconds(16_000) < 80 * seconds(1_000)
