# `make demo` and `make test` need nothing but Python (3.10 or newer) and make: both set up .venv themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OLDEST_PYTHON ?= $(PYTHON)
OLDEST := .venv-oldest
TARGET := texts
SECONDS := 60
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test test-all test-oldest lint types pytest coverage format audit compare calibrate accuracy rules-doc json-schema mutate fuzz fuzz-many bench docs clean

help:
	@echo "make demo    install into .venv and read the articles in examples/"
	@echo "make test    lint, types and tests of everything that needs no large library"
	@echo "make test-all  all tests, with every library there is an integration for; needs chromium, chromium-driver and Java 17"
	@echo "make test-oldest  the tests with the oldest release of each dependency; OLDEST_PYTHON=python3.10 for the oldest Python too"
	@echo "make coverage  the tests with the share of lines and branches they run, which must not fall"
	@echo "make format  put the code into shape"
	@echo "make compare BASE=commit  what a change gained and lost on examples/gold, or on GOLD=dir"
	@echo "make calibrate GOLD=dir  measure the confidence of each rule on annotated articles"
	@echo "make accuracy GOLD='US OTHERS'  measure what docs/accuracy.md says of speakers and, with two folders, of confidence, and write its tables"
	@echo "make rules-doc  write docs/rule-catalogue.md from the rules, their precision and their cases, and docs/list-index.md"
	@echo "make json-schema  write the JSON Schema of documents that is shipped"
	@echo "make mutate  change the code of rules/ and grammar/ in small ways and see which changes no test notices: MUTANTS='newsclaims.rules.nouns*'"
	@echo "make audit   compare what is installed with the known advisories; asks a server, so no test does it"
	@echo "make fuzz    look for inputs that break it, guided by coverage: TARGET=texts SECONDS=60"
	@echo "make fuzz-many  the same with many short inputs, not guided: TARGET=all SECONDS=1800 for every target on all cores"
	@echo "make docs    the pages in docs/ as a site in build/docs"
	@echo "make bench   speed, memory and growth, as in docs/benchmarks.md"
	@echo "make clean   remove .venv and everything built"

demo: $(VENV)/.installed
	@$(BIN)/newsclaims extract examples/*.txt

test: lint types pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

pytest: $(VENV)/.installed-dev
	$(BIN)/pytest -m "not browser and not docs and not install and not notebooks and not spark"

coverage: $(VENV)/.installed-dev
	$(BIN)/pytest --cov --cov-report=term:skip-covered -m "not browser and not docs and not install and not notebooks and not spark"

test-all: $(VENV)/.installed-all
	NEWSCLAIMS_TEST_ALL=1 $(BIN)/pytest

test-oldest: $(OLDEST)/.installed
	$(OLDEST)/bin/pytest -m "not browser and not docs and not install and not notebooks and not spark"

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

compare: $(VENV)/.installed
	@$(BIN)/python benchmarks/compare.py "$(or $(BASE),HEAD)" $(GOLD)

calibrate: $(VENV)/.installed
	$(BIN)/newsclaims evaluate $(GOLD) --calibrate -o newsclaims/confidence/weights.tsv
	$(BIN)/python docs/write_rule_catalogue.py

rules-doc: $(VENV)/.installed
	$(BIN)/python docs/write_rule_catalogue.py
	$(BIN)/python docs/write_list_index.py

accuracy: $(VENV)/.installed
	$(BIN)/python docs/write_accuracy.py $(GOLD)

json-schema: $(VENV)/.installed
	$(BIN)/python docs/write_json_schema.py

mutate: $(VENV)/.installed-dev
	$(INSTALL) mutmut
	-$(BIN)/mutmut run $(or $(MUTANTS),"newsclaims.rules.*")
	$(BIN)/mutmut results

fuzz: $(VENV)/.installed
	$(INSTALL) atheris
	$(BIN)/python fuzz/fuzz.py $(TARGET) $(SECONDS)

fuzz-many: $(VENV)/.installed
	$(BIN)/python fuzz/many.py $(TARGET) $(SECONDS)

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/measure.py

audit: $(VENV)/.installed
	$(INSTALL) pip-audit
	$(BIN)/pip-audit --skip-editable

docs: $(VENV)/.installed-docs
	$(BIN)/sphinx-build -q -W --keep-going docs build/docs
	@echo "open build/docs/index.html"

clean:
	rm -rf $(VENV) $(OLDEST) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-docs: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable '.[docs]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-all: pyproject.toml | $(BIN)/python
	$(INSTALL) --editable '.[dev,test-all]'
	@touch $@ $(VENV)/.installed $(VENV)/.installed-dev $(VENV)/.installed-docs

$(OLDEST)/.installed: pyproject.toml tests/oldest.txt
	$(OLDEST_PYTHON) -m venv --clear $(OLDEST)
	$(OLDEST)/bin/python -m pip install --quiet --disable-pip-version-check --constraint tests/oldest.txt --editable . hypothesis pandas numpy pytest scipy
	@touch $@
