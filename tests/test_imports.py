"""The arrows between the packages, what the wheel must hold, and what a start must not load."""

import ast
import configparser
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from shutil import copy, copytree

import pytest

from tests.conftest import PROJECT

PACKAGE = PROJECT / "mtfix"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What each part of mtfix may import of mtfix, besides itself.
ARROWS = {
    "__init__": set(),
    "text": set(),
    "errors": set(),
    "french": {"text"},
    "english": {"french"},
    "alignment": {"english", "french", "text"},
    "glossary": {"english", "errors", "french", "text"},
    "formats": {"errors", "text"},
    "rules": {"alignment", "english", "french", "glossary", "text"},
    "detect": {"french", "glossary", "rules", "text"},
    "engine": {"errors", "french", "glossary", "rules", "text"},
    "score": {"english", "errors", "french", "glossary", "text"},
    "repair": {"detect", "engine", "errors", "french", "glossary", "rules", "score", "text"},
    "config": {"errors", "french", "rules"},
    "report": {"__init__", "alignment", "engine", "errors", "french", "repair", "rules", "score", "text"},
    "cli": {
        "__init__",
        "alignment",
        "config",
        "detect",
        "engine",
        "errors",
        "formats",
        "french",
        "glossary",
        "repair",
        "report",
        "rules",
        "score",
        "text",
    },
    "__main__": {"cli"},
}
# Each library has one home; what is not named here may be imported nowhere.
HOMES = {
    "click": "cli",
    "charset_normalizer": "formats",
    "pathspec": "formats config",
    "langdetect": "french rules",
    "tomli": "config",
    "sacrebleu": "score",
    "ctranslate2": "engine",
    "sentencepiece": "engine",
    "translate": "formats",
    "lxml": "formats",
    "marisa_trie": "french alignment",
}
HEAVY = ("langdetect", "sacrebleu", "charset_normalizer", "ctranslate2", "sentencepiece")


def module_name(path: Path) -> str:
    """The dotted name of a module, a package without its `__init__`."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(module: str) -> str:
    """The part of mtfix that a module belongs to: the folder or file right under mtfix."""
    return module.split(".")[1] if "." in module else "__init__"


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """The names of all modules."""
    return frozenset(map(module_name, MODULES))


def imports(path: Path) -> Iterator[tuple[str, str | None]]:
    """(module, imported name) of every import of a file, also within functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            assert node.module
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner, None) if inner in known() else (node.module, alias.name)


def named(path: Path) -> str:
    """The test id of a module."""
    return module_name(path)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_arrows_point_down(path: Path) -> None:
    here = part(module_name(path))
    assert here in ARROWS, f"add {here} to the arrows, here and in the architecture"
    used = {part(module) for module, _ in imports(path) if module.split(".")[0] == "mtfix"}
    assert used - {here} <= ARROWS[here]


def test_arrows_have_no_cycle() -> None:
    below = {name: set(targets) for name, targets in ARROWS.items()}
    while leaves := {name for name, targets in below.items() if not targets}:
        below = {name: targets - leaves for name, targets in below.items() if name not in leaves}
    assert not below


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_libraries_stay_at_home(path: Path) -> None:
    here = part(module_name(path))
    libraries = {module.split(".")[0] for module, _ in imports(path)} - sys.stdlib_module_names
    for library in libraries - {"mtfix", "tomllib"}:
        assert here in HOMES[library].split(), f"{library} does not belong into {here}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "report").glob("*.py")), ids=named)
def test_report_uses_types_only(path: Path) -> None:
    working = {"mtfix.repair", "mtfix.engine", "mtfix.score", "mtfix.french"}
    for module, name in imports(path):
        if ".".join(module.split(".")[:2]) in working:
            assert name, f"{module} is imported as a whole"
            assert name[0].isupper(), f"{name} of {module} is no type"


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").rglob("*.py")), ids=named)
def test_rules_reach_neither_the_system_nor_the_network(path: Path) -> None:
    assert not {module.split(".")[0] for module, _ in imports(path)} & {
        "os",
        "shutil",
        "socket",
        "subprocess",
        "tempfile",
        "urllib",
    }


@lru_cache(maxsize=1)
def setup_cfg() -> configparser.ConfigParser:
    """The package's metadata."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(PROJECT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_package_is_listed() -> None:
    listed = setup_cfg()["options"]["packages"].split()
    packages = {module_name(path.parent / "__init__.py") for path in MODULES} | {"mtfix.glossaries"}
    assert sorted(listed) == sorted(packages)
    assert all((path.parent / "__init__.py").is_file() for path in MODULES)


def data_files() -> list[Path]:
    """Every file under mtfix that is no module, and the glossaries."""
    inner = [p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")]
    return sorted([*inner, *(PROJECT / "glossaries").glob("*.csv")])


def test_every_data_file_is_listed() -> None:
    patterns = [
        f"{package.replace('.', '/')}/{pattern.strip()}".replace("mtfix/glossaries", "glossaries")
        for package, value in setup_cfg()["options.package_data"].items()
        for pattern in value.split(",")
    ]
    names = [path.relative_to(PROJECT).as_posix() for path in data_files()]
    assert "mtfix/py.typed" in names
    assert [
        n for n in names if not any(fnmatch(n, p) and n.count("/") == p.count("/") for p in patterns)
    ] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout, built in a copy: `build/` of an earlier build would get into it."""
    pytest.importorskip("setuptools", minversion="70.1", reason="setuptools that builds wheels by itself")
    copied = tmp_path_factory.mktemp("checkout")
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        copy(PROJECT / name, copied)
    for name in ("mtfix", "glossaries"):
        copytree(PROJECT / name, copied / name)
    command = "-m pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist ."
    built = subprocess.run(
        [sys.executable, *command.split()], cwd=copied, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = (copied / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that has the wheel, and of the libraries only the trie of the lexicon."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    install = "-m pip --quiet --disable-pip-version-check --python"
    command = [
        sys.executable,
        *install.split(),
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(command, check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    for name in {file.parts[0] for file in distribution("marisa-trie").files or ()}:
        (packages / name).symlink_to(Path(str(distribution("marisa-trie").locate_file(name))))
    return python


def test_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(PROJECT).as_posix() for path in [*MODULES, *data_files()]}
    assert {name if name.startswith("mtfix/") else f"mtfix/{name}" for name in wanted} <= names


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"mtfix"}
    assert not [name for name in names if name.endswith(".pyc")]


def test_installed_glossaries_and_catalogue_are_those_of_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    program = (
        "from importlib.resources import files\n"
        "from mtfix.glossary.read import shipped_glossary\n"
        "from mtfix.rules.catalogue.rows import all_rows\n"
        "import mtfix\n"
        "print(mtfix.__file__)\n"
        "print(len(shipped_glossary().entries), len(all_rows()))\n"
        "print(*sorted(f.name for f in files('mtfix.glossaries').iterdir() if f.name.endswith('.csv')))\n"
    )

    def output(python: str | Path) -> list[str]:
        done = subprocess.run(
            [python, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    there, here = output(installed), output(sys.executable)
    assert there[0].startswith(str(installed.parent.parent))
    assert here[0].startswith(str(PROJECT))
    assert there[1:] == here[1:]


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The top-level modules that a run of the command line loads."""
    program = (
        "import sys\n"
        "from mtfix.cli import run\n"
        "code = run(sys.argv[1:])\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.split())


def test_start_loads_no_library_but_click(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--version")
    assert "click" in modules
    assert modules.isdisjoint((*HEAVY, "pathspec", "lxml", "numpy"))


def test_start_does_not_pay_for_the_rules(tmp_path: Path) -> None:
    program = "import sys, mtfix.cli; print([m for m in sys.modules if m.startswith('mtfix.rules')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_check_of_plain_french_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    text = "La bibliothèque du quartier a rouvert ses portes.\n"
    (tmp_path / "note.fr.txt").write_text(text, encoding="utf-8")
    modules = loaded(tmp_path, "check", "--exit-zero", "note.fr.txt")
    assert modules.isdisjoint((*HEAVY, "lxml", "numpy"))
