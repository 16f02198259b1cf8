"""What the configuration files say, what the options put over it, and what is told when it does not fit."""

from pathlib import Path
from typing import Any

import pytest

from mtfix.config import Config, load_config, locale_language, with_options
from mtfix.errors import ConfigError

INI = """\
[mtfix]
select = DUP, TYP901
    NUM
ignore = DUP003
per-path-ignores =
    archives/: DUP, TYP
    *.ref.txt: NUM
min-severity = major
profile = afp
lang = fr
include = *.txt *.md
exclude = brouillons/
glossaries = termes.csv, noms/maison.tsv
shipped-glossaries = no
quotes = off
encoding = windows-1252
"""
TOML = """\
[tool.mtfix]
select = ["DUP", "TYP901", "NUM"]
ignore = ["DUP003"]
per-path-ignores = { "archives/" = ["DUP", "TYP"], "*.ref.txt" = "NUM" }
min-severity = "major"
profile = "afp"
lang = "fr"
include = ["*.txt", "*.md"]
exclude = ["brouillons/"]
glossaries = ["termes.csv", "noms/maison.tsv"]
shipped-glossaries = false
quotes = false
encoding = "windows-1252"
"""
FILES = [
    pytest.param("mtfix.cfg", INI, id="mtfix.cfg"),
    pytest.param("setup.cfg", "[metadata]\nname = journal\n\n" + INI, id="setup.cfg"),
    pytest.param("pyproject.toml", '[project]\nname = "journal"\n\n' + TOML, id="pyproject.toml"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository: the search for a configuration ends there."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def load(project: Path, text: str, name: str = "mtfix.cfg") -> Config:
    """The configuration of a project whose file holds `text`."""
    (project / name).write_text(text, encoding="utf-8")
    return load_config(folder=str(project))


def codes(config: Config, path: str) -> set[str]:
    """The codes of the rules for a file."""
    return {rule.code for rule in config.rules_for(path)}


@pytest.mark.parametrize(("name", "text"), FILES)
def test_every_key_in_every_kind_of_file(project: Path, name: str, text: str) -> None:
    assert load(project, text, name) == Config(
        select=("DUP", "TYP901", "NUM"),
        ignore=("DUP003",),
        per_path_ignores=(("archives/", ("DUP", "TYP")), ("*.ref.txt", ("NUM",))),
        min_severity="major",
        profile="afp",
        lang="fr",
        include=("*.txt", "*.md"),
        exclude=("brouillons/",),
        glossaries=(str(project / "termes.csv"), str(project / "noms/maison.tsv")),
        shipped_glossaries=False,
        quotes=False,
        encoding="windows-1252",
    )


@pytest.mark.parametrize(("name", "text"), FILES)
def test_keys_may_be_written_with_underscores(project: Path, name: str, text: str) -> None:
    for key in ("per-path-ignores", "min-severity", "shipped-glossaries"):
        text = text.replace(key, key.replace("-", "_"))
    assert load(project, text, name).min_severity == "major"


@pytest.mark.parametrize(("name", "text"), FILES)
def test_byte_order_mark_does_no_harm(project: Path, name: str, text: str) -> None:
    assert load(project, "\ufeff" + text, name).profile == "afp"


def test_nothing_configured(project: Path) -> None:
    assert load_config(folder=str(project)) == Config()


class TestSearch:
    """Which file counts."""

    def test_folder_above(self, project: Path) -> None:
        load(project, "[mtfix]\nprofile = ca\n")
        (project / "sous" / "dossier").mkdir(parents=True)
        assert load_config(folder=str(project / "sous" / "dossier")).profile == "ca"

    def test_nearest_wins_as_a_whole(self, project: Path) -> None:
        load(project, "[mtfix]\nprofile = ca\nlang = fr\n")
        (project / "sous").mkdir()
        assert load(project / "sous", "[mtfix]\nprofile = ch\n") == Config(profile="ch")

    def test_not_beyond_the_repository(self, project: Path) -> None:
        load(project, "[mtfix]\nprofile = ca\n")
        (project / "dépôt" / ".git").mkdir(parents=True)
        assert load_config(folder=str(project / "dépôt")) == Config()

    def test_file_without_section_is_passed_over(self, project: Path) -> None:
        load(project, "[mtfix]\nprofile = ca\n")
        (project / "sous").mkdir()
        (project / "sous" / "setup.cfg").write_text("[flake8]\nmax-line-length = 100\n", encoding="utf-8")
        (project / "sous" / "pyproject.toml").write_text("[tool.black]\n", encoding="utf-8")
        assert load_config(folder=str(project / "sous")).profile == "ca"

    def test_own_file_comes_before_shared_ones(self, project: Path) -> None:
        load(project, '[tool.mtfix]\nprofile = "eu"\n', "pyproject.toml")
        assert load(project, "[mtfix]\nprofile = ch\n", "setup.cfg").profile == "ch"
        assert load(project, "[mtfix]\nprofile = ca\n", "mtfix.cfg").profile == "ca"

    def test_named_file_comes_before_all(self, project: Path) -> None:
        load(project, "[mtfix]\nprofile = ca\n")
        named = project / "maison.ini"
        named.write_text("[mtfix]\nprofile = ch\n", encoding="utf-8")
        assert load_config(str(named), str(project)).profile == "ch"

    def test_missing_named_file(self) -> None:
        with pytest.raises(ConfigError, match=r"^absent\.cfg: no such configuration file\.$"):
            load_config("absent.cfg")


class TestOthersFiles:
    """Files that configure other programs may hold what mtfix cannot parse."""

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("[metadata]\nversion = %(here)s\n", id="interpolation"),
            pytest.param("[a]\nx = 1\nx = 2\n", id="key-twice"),
            pytest.param("no section at all\n", id="no-section"),
            pytest.param("", id="empty"),
        ],
    )
    def test_setup_cfg_without_section(self, project: Path, text: str) -> None:
        assert load(project, text, "setup.cfg") == Config()

    def test_setup_cfg_in_another_encoding(self, project: Path) -> None:
        (project / "setup.cfg").write_bytes("[metadata]\nauthor = Zoé\n".encode("latin-1"))
        assert load_config(folder=str(project)) == Config()

    @pytest.mark.parametrize("text", ["", "tool = 3\n", "[tool]\n", "[tool.black]\n"])
    def test_pyproject_without_table(self, project: Path, text: str) -> None:
        assert load(project, text, "pyproject.toml") == Config()


class TestErrors:
    """Every error names the file and the key, and what was probably meant."""

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            pytest.param("profil = afp", "unknown key 'profil'; did you mean 'profile'?", id="key"),
            pytest.param("min-severty = major", "did you mean 'min_severity'?", id="key-with-hyphen"),
            pytest.param("xyzzy = 1", "unknown key 'xyzzy'; there are encoding, exclude, ", id="far-key"),
            pytest.param(
                "min-severity = majr", "unknown min-severity 'majr'; did you mean 'major'?", id="severity"
            ),
            pytest.param(
                "profile = press", "unknown profile 'press'; did you mean 'press-fr'?", id="profile"
            ),
            pytest.param("profile = zzz", "unknown profile 'zzz'; there are afp, ca, ch, ", id="far-profile"),
            pytest.param("lang = de", "unknown lang 'de'", id="language"),
            pytest.param("select = DUP03", "unknown rule code 'DUP03'; did you mean 'DUP003'?", id="select"),
            pytest.param("ignore = dup003", "unknown rule code 'dup003'; did you mean 'DUP003'?", id="case"),
            pytest.param(
                "per-path-ignores = *.txt: DUP, TPY901", "unknown rule code 'TPY901'; did you mean", id="path"
            ),
            pytest.param(
                "per-path-ignores = *.txt",
                "per-path-ignores: '*.txt' must read `pattern: CODE, CODE`.",
                id="path-without-codes",
            ),
            pytest.param("quotes = peut-être", "quotes must be true or false, not 'peut-être'.", id="truth"),
        ],
    )
    def test_value_that_does_not_fit(self, project: Path, line: str, message: str) -> None:
        with pytest.raises(ConfigError) as error:
            load(project, f"[mtfix]\n{line}\n")
        assert str(error.value).startswith(f"{project / 'mtfix.cfg'}: ")
        assert message in str(error.value)

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            pytest.param("profile = 3", "profile must be a text, not 3.", id="text"),
            pytest.param("select = 3", "select must be a list of texts, not 3.", id="list"),
            pytest.param("ignore = [1]", "ignore must be a list of texts, not [1].", id="list-of-numbers"),
            pytest.param("ignore = ['']", "unknown rule code ''", id="empty-code"),
            pytest.param("quotes = 'oui'", "quotes must be true or false, not 'oui'.", id="truth"),
            pytest.param("per-path-ignores = ['*.txt']", "per-path-ignores must be a text", id="path"),
        ],
    )
    def test_toml_value_of_another_type(self, project: Path, line: str, message: str) -> None:
        with pytest.raises(ConfigError) as error:
            load(project, f"[tool.mtfix]\n{line}\n", "pyproject.toml")
        assert message in str(error.value)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            pytest.param("mtfix.cfg", "profile = afp\n", id="no-section-header"),
            pytest.param("mtfix.cfg", "[mtfix]\nlang = fr\nlang = en\n", id="key-twice"),
            pytest.param("setup.cfg", "[mtfix]\nlang = fr\n[mtfix]\n", id="section-twice"),
            pytest.param("pyproject.toml", "[tool.mtfix\n", id="broken-toml"),
        ],
    )
    def test_file_that_cannot_be_parsed(self, project: Path, name: str, text: str) -> None:
        with pytest.raises(ConfigError, match=rf"{name}: the configuration cannot be parsed \("):
            load(project, text, name)

    @pytest.mark.parametrize("name", ["mtfix.cfg", "setup.cfg", "pyproject.toml"])
    def test_file_in_another_encoding(self, project: Path, name: str) -> None:
        (project / name).write_bytes("[mtfix]\n# réglages\n".encode("latin-1"))
        with pytest.raises(ConfigError, match="the configuration cannot be parsed"):
            load_config(folder=str(project))

    def test_table_that_is_none(self, project: Path) -> None:
        with pytest.raises(ConfigError, match=r"tool\.mtfix must be a table\."):
            load(project, "[tool]\nmtfix = 3\n", "pyproject.toml")

    def test_option_that_does_not_fit(self) -> None:
        with pytest.raises(ConfigError, match=r"^the command line: unknown rule code 'DUP03'; did you mean"):
            with_options(Config(), select=("DUP03",))


class TestOptions:
    """The command line over the configuration file."""

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("select", ("TYP",)),
            ("ignore", ("TYP",)),
            ("min_severity", "info"),
            ("profile", "ch"),
            ("lang", "en"),
            ("include", ("*.rst",)),
            ("exclude", ("*.bak",)),
            ("quotes", False),
            ("encoding", "latin-1"),
        ],
    )
    def test_given_option_replaces(self, project: Path, name: str, value: Any) -> None:
        config = load(project, INI.replace("quotes = off", "quotes = on"))
        assert getattr(config, name) != value
        assert getattr(with_options(config, **{name: value}), name) == value

    def test_options_not_given_leave_the_file_alone(self, project: Path) -> None:
        config = load(project, INI)
        assert with_options(config, select=(), ignore=(), profile=None, quotes=None, lang=None) == config


class TestRules:
    """Which rules apply to a file."""

    def test_severity_bounds(self) -> None:
        severities = {rule.severity.label for rule in Config(min_severity="major").rules_for("x.txt")}
        assert severities <= {"major", "critical"}
        assert codes(Config(min_severity="major"), "x.txt") < codes(Config(min_severity="info"), "x.txt")

    def test_prefix_selects_a_family(self) -> None:
        selected = codes(Config(select=("DUP",)), "x.txt")
        assert "DUP003" in selected
        assert all(code.startswith("DUP") for code in selected)

    def test_ignore_wins_over_select(self) -> None:
        config = Config(select=("DUP",), ignore=("DUP003",))
        assert codes(config, "x.txt") == codes(Config(select=("DUP",)), "x.txt") - {"DUP003"}

    def test_whole_code_is_reported_whatever_its_severity(self) -> None:
        config = Config(select=("DUP003",), min_severity="critical")
        assert codes(config, "x.txt") == {"DUP003"}
        assert "DUP003" not in codes(Config(select=("DUP00",), min_severity="critical"), "x.txt")

    @pytest.mark.parametrize(
        ("path", "ignored"),
        [
            ("archives/2019/a.fr.txt", True),
            ("./archives/a.fr.txt", True),
            ("textes/archives/a.fr.txt", True),
            ("archives.fr.txt", False),
            ("textes/a.fr.txt", False),
        ],
    )
    def test_rules_can_be_ignored_by_path(self, path: str, ignored: bool) -> None:
        config = Config(select=("DUP", "NUM"), per_path_ignores=(("archives/", ("DUP",)),))
        assert ("DUP003" not in codes(config, path)) is ignored
        assert codes(config, path) >= codes(Config(select=("NUM",)), path)

    def test_ignores_of_several_patterns_add_up(self) -> None:
        config = Config(per_path_ignores=(("*.txt", ("DUP",)), ("a.*", ("NUM",))))
        assert not {code[:3] for code in codes(config, "a.txt")} & {"DUP", "NUM"}
        assert "NUM" in {code[:3] for code in codes(config, "b.txt")}


@pytest.mark.parametrize("path", ["/srv/termes.csv", "../termes.csv", "mes termes.csv"])
def test_glossaries_are_relative_to_the_file_that_names_them(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    (project / "sous").mkdir()
    monkeypatch.chdir(project / "sous")
    (project / "pyproject.toml").write_text(f"[tool.mtfix]\nglossaries = ['{path}']\n", encoding="utf-8")
    assert load_config(folder=".").glossaries == (str(project / path),)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({}, "en", id="none"),
        pytest.param({"LANG": "fr_FR.UTF-8"}, "fr", id="france"),
        pytest.param({"LANG": "fr"}, "fr", id="language-alone"),
        pytest.param({"LANG": "FR_ca"}, "fr", id="case"),
        pytest.param({"LANG": "de_CH.UTF-8"}, "en", id="other-language"),
        pytest.param({"LANG": "C"}, "en", id="posix"),
        pytest.param({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CH"}, "fr", id="messages-before-lang"),
        pytest.param(
            {"LC_ALL": "C", "LC_MESSAGES": "fr_CH", "LANG": "fr_CH"}, "en", id="all-before-the-rest"
        ),
        pytest.param({"LC_ALL": "", "LANG": "fr_BE"}, "fr", id="empty-is-unset"),
    ],
)
def test_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language


def test_configured_language_beats_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert Config(lang="en").language == "en"
    assert Config().language == "fr"
