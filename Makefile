# Two commands: make demo, make test. Each sets itself up in .venv.

VENV := .venv
BIN := $(VENV)/bin
OGP := $(BIN)/ogp
PYTHON ?= python3
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
# pip compiles what it installs, but not an editable checkout
COMPILE := $(BIN)/python -m compileall -q src
CHANGED := pyproject.toml constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs bench clean

help:
	@echo "make demo   check, group and print the founding workshop into build/"
	@echo "make test   run all tests"
	@echo "make lint   style, types, layers"
	@echo "make docs   write the generated pages and schemas anew"
	@echo "make bench  measure against peers and bounds"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) --upgrade pip

$(VENV)/.run: $(CHANGED) | $(BIN)/python
	$(PIP) --editable .
	$(COMPILE)
	@touch $@

$(VENV)/.test: $(CHANGED) | $(BIN)/python
	$(PIP) --editable . --group test
	$(COMPILE)
	@touch $@ $(VENV)/.run

$(VENV)/.lint: $(VENV)/.test
	$(PIP) --group lint
	@touch $@

$(VENV)/.bench: $(VENV)/.test
	$(PIP) --group bench
	@touch $@

demo: $(VENV)/.run
	@mkdir -p build
	@$(OGP) check data/agenda.yaml
	@$(OGP) groups assign data/agenda.yaml --output build/groups.csv > build/groups-report.txt
	@$(OGP) agenda render data/agenda.yaml --format pdf --output build/programme.pdf
	@$(OGP) agenda render data/agenda.yaml --format html --output build/programme.html
	@$(OGP) groups render data/agenda.yaml --plan build/groups.csv --format pdf --output build/group-lists.pdf
	@$(OGP) groups render data/agenda.yaml --plan build/groups.csv --format html --output build/group-lists.html
	@$(OGP) agenda check tests/files/manila-2017-as-published.yaml > build/published-2017.txt 2>&1 || test $$? -eq 1
	@echo
	@echo "Made in build/, open first programme.pdf:"
	@echo "  programme.pdf, programme.html      the printed programme, and the page for phones"
	@echo "  group-lists.pdf, group-lists.html  who works with whom in every breakout"
	@echo "  groups.csv                         the same as a table, to edit by hand"
	@echo "  groups-report.txt                  how good the groups are, beside the best possible"
	@echo "  published-2017.txt                 what is wrong with the agenda published in 2017"

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.test
	$(BIN)/python docs/generate.py

bench: $(VENV)/.bench
	$(COMPILE)
	$(BIN)/python bench/run.py

clean:
	rm -rf build dist $(VENV)
