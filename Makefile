# The only commands that a newcomer needs: `make run` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEER := benchmarks/neo4j_graphql
CITIES ?= 30
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --upgrade

.DEFAULT_GOAL := help
.PHONY: help run test lint format lock schema bench bench-peers bench-country bench-profile clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 13

run: $(VENV)/run.stamp ## set everything up and serve Donggang at http://127.0.0.1:8000/graphql (GRAPH_API_PORT changes the port)
	@exec $(BIN)/graph-api serve

test: lint $(VENV)/node.stamp ## set everything up and run every check and test
	$(BIN)/pytest

lint: $(VENV)/development.stamp ## formatting, linter, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/development.stamp ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(VENV)/development.stamp ## print schema.graphql and docs/rules/ anew
	$(BIN)/graph-api schema --write
	$(BIN)/python -m graph_api.rules.pages docs/rules

bench: $(VENV)/development.stamp ## measure the product beside hand-written Cypher, and the worst documents; writes benchmarks/results.md, results-worst.md
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.worst

bench-peers: $(VENV)/development.stamp $(PEER)/node_modules/installed.stamp ## measure it beside two peers, needs Node 20; writes benchmarks/results-peers.md
	$(BIN)/python -m benchmarks --peers

bench-country: $(VENV)/development.stamp ## measure a city's questions in a country of CITIES cities (30); writes benchmarks/results-country.md
	$(BIN)/python -m benchmarks.country --cities $(CITIES)

bench-profile: $(VENV)/development.stamp ## say where the time of a request goes, needs Linux; writes benchmarks/results-profile.md
	$(BIN)/python -m benchmarks.profile

lock: $(VENV)/development.stamp ## lock the newest allowed versions of all packages: names and hashes only
	$(LOCK) pyproject.toml -o requirements/production.txt
	$(LOCK) pyproject.toml --extra embedded --group build -o requirements/run.txt
	$(LOCK) pyproject.toml --extra embedded --group build --group dev -o requirements/development.txt
	$(LOCK) --group node -o requirements/node.txt

clean: ## remove the virtual environment and what tools left
	rm -rf $(VENV) $(PEER)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: set PYTHON to one, as in make PYTHON=python3.12 $(MAKECMDGOALS)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "$(PYTHON) can't make a virtual environment: on Debian, install python3-venv." >&2; exit 1; }

# Packages come with their hashes checked; the project itself is linked into the environment, not copied.
$(VENV)/%.stamp: requirements/%.txt pyproject.toml | $(BIN)/python
	@echo "Installing the locked packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

# Node for the tests of clients and of the board, where the machine has none.
$(VENV)/node.stamp: requirements/node.txt | $(VENV)/development.stamp
	@{ command -v node && command -v npm; } > /dev/null \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# The locked packages with their hashes checked; scripts that packages bring along aren't run.
$(PEER)/node_modules/installed.stamp: $(PEER)/package.json $(PEER)/package-lock.json
	@command -v npm > /dev/null || { echo "Node 20 or newer, with npm, is needed for the peer @neo4j/graphql." >&2; exit 1; }
	@cd $(PEER) && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
