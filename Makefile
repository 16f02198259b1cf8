# make demo    sets everything up and repairs a sample article
# make test    sets everything up and runs the tests
# make lint    ruff and mypy
# make format  puts the code into ruff's form
# make docs    writes docs/rules anew from the rules
# make catalogue  writes the keys of the catalogue anew, after a change to its rows
# make bench   speed on a long text, and the detection scores of corpora/
# make clean-corpus  false alarms per rule on clean French, where the measuring data is at hand
# make clean   removes what the others made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE := corpora/flood

.PHONY: demo test lint format docs catalogue bench clean-corpus clean setup

setup: $(VENV)/ready

$(VENV)/ready: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# Finding something is exit code 1, and the point of the demo; anything above is a failure.
FOUND := || test $$? -eq 1
demo: setup
	@mkdir -p build && cp $(ARTICLE).mt.fr.txt build/demo.fr.txt && cp $(ARTICLE).en.txt build/demo.en.txt
	@echo '== What is wrong with the article =='
	@$(BIN)/mtfix check build/demo.fr.txt $(FOUND)
	@echo; echo '== What can be repaired without risk =='
	@$(BIN)/mtfix fix build/demo.fr.txt $(FOUND)
	@echo; echo '== With the proposals too, against the reference: before and after =='
	@$(BIN)/mtfix fix --write --unsafe build/demo.fr.txt $(FOUND)
	@$(BIN)/mtfix score build/demo.fr.txt --reference $(ARTICLE).ref.fr.txt --baseline $(ARTICLE).mt.fr.txt --show 2

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup
	$(BIN)/python -m mtfix.report.rule_page docs/rules

catalogue: setup
	$(BIN)/python -c "from mtfix.rules.catalogue.index import write_keys; write_keys()"

bench: setup
	$(BIN)/python -m tests.bench.detection
	$(BIN)/python -m tests.bench.speed

# The measuring data stands beside the checkout; without it this says so.
clean-corpus: setup
	$(BIN)/python -m tests.bench.clean_corpus --write

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
