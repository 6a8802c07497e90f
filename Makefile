# Each target makes what it needs: a fresh clone needs only Python 3.11+, make and git.
PYTHON ?= python3
VENV   ?= .venv
HOST   ?= 127.0.0.1
PORT   ?= 8050
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench lock

help:  ## list these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than 3.11; install a newer Python and run: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The constraints pin every package by version and hash. pip cannot check a folder against a hash, so this
# project is installed after them, alone.
define install
@echo "Installing into $(VENV), once ..."
@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1)
@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(call install,constraints.txt)
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints-dev.txt
	$(call install,constraints-dev.txt)
	@touch $@ $(VENV)/.run

run: $(VENV)/.run  ## read the seeds and serve the dashboard
	@$(BIN)/figures ingest seeds
	@exec $(BIN)/figures serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev  ## run every test
	$(BIN)/pytest

check: $(VENV)/.dev  ## lint, types, import contracts, documents; changes no file
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.dev  ## format and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m warehouse.schema_page > warehouse/SCHEMA.new && mv warehouse/SCHEMA.new warehouse/SCHEMA.md

bench: $(VENV)/.dev  ## measure ours beside its peers and print the ratios
	$(BIN)/python -m tests.bench

COMPILE := uv pip compile - --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --upgrade
lock:  ## choose newer versions (needs uv)
	echo "setuptools>=77" | $(COMPILE) pyproject.toml --output-file constraints.txt
	echo "setuptools>=77" | $(COMPILE) pyproject.toml --all-extras --constraint constraints.txt --output-file constraints-dev.txt
