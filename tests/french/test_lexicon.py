"""The compiled lexicon: what forms can be, and that it holds what its source does."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from mtfix.french.inflection import inflect
from mtfix.french.lexicon import Lexicon, LexiconError, Pos, Verb, lexicon
from training.lexicon import Compiler, all_rows, main, rows, source_lines, write

ROOT = Path(__file__).parents[2]
DATA = ROOT / "mtfix" / "french" / "data"
SOURCE = ROOT.parent / "shared" / "data" / "lexicon" / "French.lex.gz"
SAMPLE = 20_000

# form: readings as lemma, part of speech and the features that are not empty
READINGS = {
    "la": {"le DET f s", "le PRON f s 3", "la NOUN m"},
    "les": {"le DET p", "le PRON p 3"},
    "l’": {"le DET s", "le PRON s 3"},
    "cette": {"ce DET f s"},
    "ces": {"ce DET p"},
    "sa": {"son DET f s 3"},
    "ses": {"son DET p 3"},
    "ma": {"mon DET f s 1"},
    "nos": {"notre DET p 1", "no NOUN m p"},
    "leurs": {"leur DET p 3", "leur NOUN p"},
    "au": {"à+le PREP m s"},
    "aux": {"à+le PREP p"},
    "du": {"de+le PREP m s", "du DET m s"},
    "des": {"de+le PREP p", "un DET p"},
    "auxquelles": {"à+lequel PRON f p 3"},
    "d’": {"de DET", "de PREP"},
    "qu’": {"que CONJ", "que PRON"},
    "s’": {"se PRON 3", "si CONJ"},
    "n’": {"ne ADV"},
    "celles": {"celui PRON f p 3"},
    "actrices": {"acteur NOUN f p"},
    "chevaux": {"cheval NOUN m p"},
    "yeux": {"œil NOUN m p"},
    "chefs-d’œuvre": {"chef-d’œuvre NOUN m p"},
    "hauts-commissaires": {"haut-commissaire NOUN m p"},
    "centimètres": {"centimètre NOUN m p"},
    "convoquées": {"convoqué NOUN f p", "convoquer VERB f p ppast", "convoqué ADJ f p"},
    "convoquait": {"convoquer VERB s impf 3"},
    "appelions": {"appeler VERB p impf 1", "appeler VERB p subj 1"},
    "fussent": {"être VERB p subjimpf 3"},
    "naquirent": {"naître VERB p past 3", "naitre VERB p past 3"},
    "deux": {"deux NUM p"},
    "France": {"France NAME f"},
    "Strasbourg": {"Strasbourg NAME"},
}


def _readings(form: str) -> set[str]:
    found = set()
    for a in lexicon().analyses(form):
        fields = (a.lemma, a.pos, a.gender, a.number, a.tense, str(a.person or ""))
        found.add(" ".join(field for field in fields if field))
    return found


@pytest.mark.parametrize("form", READINGS)
def test_readings(form: str) -> None:
    assert _readings(form) == READINGS[form]


@pytest.mark.parametrize(
    ("written", "like"),
    [
        ("l'", "l’"),
        ("aujourd'hui", "aujourd’hui"),
        ("Les", "les"),
        ("CONVOQUÉES", "convoquées"),
        ("FRANCE", "France"),
        ("SAINT-DENIS", "Saint-Denis"),
        ("Français", "français"),
    ],
)
def test_case_and_apostrophes_do_not_hide_a_word(written: str, like: str) -> None:
    assert lexicon().analyses(written) == lexicon().analyses(like) != ()


@pytest.mark.parametrize("word", ["", "’", "xyzzy", "appelè", "Gloubiboulga", "12", "l’accord", "..."])
def test_unknown(word: str) -> None:
    assert word not in lexicon()
    assert lexicon().lemmas(word) == ()


def test_a_name_may_be_a_common_word_at_the_beginning_of_a_sentence() -> None:
    assert lexicon().lemmas("Pierre") == ("Pierre",)
    assert {a.lemma for a in lexicon().analyses("Pierre", initial=True)} >= {"Pierre", "pierre"}
    assert {a.lemma for a in lexicon().analyses("A", initial=True)} >= {"avoir"}


def test_the_memory_of_analyses_is_bounded() -> None:
    small = Lexicon(DATA, remembered=2)
    for form in ("le", "la", "les", "des", "le"):
        assert small.analyses(form) == lexicon().analyses(form)
    assert len(small._known) <= 2


@pytest.mark.parametrize(
    ("infinitive", "verb"),
    [
        ("convoquer", Verb("avoir", transitive=True)),
        ("aller", Verb("être", intransitive=True, pronominal="en")),
        ("descendre", Verb("both", transitive=True, intransitive=True)),
        ("évanouir", Verb("être", pronominal="always")),
        ("pleuvoir", Verb("avoir", transitive=True, intransitive=True, impersonal=True)),
        ("nuire", Verb("avoir", indirect=True, intransitive=True, pronominal="invariable")),
        ("table", None),
    ],
)
def test_verb(infinitive: str, verb: Verb | None) -> None:
    assert lexicon().verb(infinitive) == verb


@pytest.mark.parametrize(
    ("lemma", "pos", "forms"),
    [
        ("beau", "ADJ", {"beau", "bel", "beaux", "bels", "belle", "belles"}),
        ("acteur", "NOUN", {"acteur", "acteurs", "actrice", "actrices"}),
        ("le", "DET", {"le", "la", "l’", "les"}),
        ("ce", "DET", {"ce", "cet", "cette", "ces"}),
        ("convoqué", "ADJ", {"convoqué", "convoqués", "convoquée", "convoquées"}),
        ("table", "ADJ", set()),
        ("xyzzy", "NOUN", set()),
    ],
)
def test_forms(lemma: str, pos: Pos, forms: set[str]) -> None:
    assert {form for form, _ in lexicon().forms(lemma, pos)} == forms


def test_the_usual_spelling_comes_first() -> None:
    future = [form for form, reading in lexicon().forms("céder", "VERB") if reading.fits("", "s", "fut", 3)]
    assert future == ["cédera", "cèdera"]


def test_the_files_are_whole() -> None:
    assert lexicon().verify()
    assert sum(path.stat().st_size for path in DATA.glob("lexicon.*")) < 4_000_000


def test_files_of_another_version_are_refused(tmp_path: Path) -> None:
    for path in DATA.glob("lexicon.*"):
        shutil.copy(path, tmp_path)
    with (tmp_path / "lexicon.bin").open("r+b") as file:
        file.seek(8)
        file.write(b"\xff")
    with pytest.raises(LexiconError, match="build it anew"):
        Lexicon(tmp_path)


TINY = """\
# a comment
chat\tchat\t:N:m:s/*
chats\tchat\t:N:m:p/*
dort\tdormir\t:V3_it____a:Ip:3s/*
dormir\tdormir\t:V3_it____a:Y/*
dormè\tdormir\t:V3_it____a:Ip:1ś/R
qu\tqu\t:G:Cs:F/*
Air France\tAir France\t:MP:e:i/*
"""


def test_building_gives_the_same_bytes_every_time(tmp_path: Path) -> None:
    source = tmp_path / "French.lex"
    source.write_text(TINY, encoding="utf-8")
    for name in ("one", "two"):
        write(Compiler(all_rows(source_lines(source))), tmp_path / name)
    for name in ("lexicon.bin", "lexicon.marisa"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    tiny = Lexicon(tmp_path / "one")
    assert tiny.lemmas("chats") == ("chat",)
    assert "dormè" not in tiny
    assert "qu" not in tiny


def test_the_builder_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "French.lex" in capsys.readouterr().err


@pytest.mark.skipif(not SOURCE.exists(), reason="the source of the lexicon is not here")
def test_what_the_source_says_comes_back() -> None:
    lines = [line for line in source_lines(SOURCE) if not line[2].startswith(":G")]
    same = wanted = 0
    for line in random.Random(3).sample(lines, SAMPLE):
        for row in rows(*line):
            found = [a for a in lexicon().analyses(row.form) if a.reading == row.reading]
            # chefs-d’œuvre is a lemma of its own in the source.
            lemmas = {a.lemma for a in found}
            assert row.lemma in lemmas or (row.form == row.lemma and lemmas), row
            lemma = row.lemma if row.lemma in lemmas else found[0].lemma
            r = row.reading
            assert (row.form, r) in lexicon().forms(lemma, r.pos), row
            wanted += 1
            same += inflect(lemma, r.pos, r.gender, r.number, r.tense, r.person) == row.form
    # The rest are second spellings: cèdera beside cédera.
    assert same / wanted > 0.95
