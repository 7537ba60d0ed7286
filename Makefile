# Eén opdracht voor alles wat iemand doet die aan dit project werkt: `make help` noemt ze.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE := $(VENV)/klaar-site
DEV := $(VENV)/klaar-test
GEMEENTE ?= amsterdam

# Wat Python vertaald heeft, bewaart het: anders begint elk van de honderden opdrachten in de tests daar opnieuw mee.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve onderdelen check test test-all lint format naslag beelden bench lock systeem systeem-volledig warm clean

help:  ## deze lijst
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(SITE)  ## zet alles klaar en bouwt de voorbeeldgemeente in dist/amsterdam
	$(BIN)/fgp build $(GEMEENTE)

serve: $(SITE)  ## toont de voorbeeldgemeente; een bewaarde wijziging is meteen te zien
	$(BIN)/fgp serve $(GEMEENTE)

onderdelen: $(SITE)  ## een pagina met elk onderdeel van het uiterlijk, in dist/onderdelen
	$(BIN)/python -m familiegroepsplan.onderdelen

check: $(SITE)  ## wat er nog beter kan aan teksten en gegevens
	$(BIN)/fgp check

test: $(DEV) systeem warm  ## zet alles klaar (ook de browser) en draait de tests
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder -m "not volledig"

test-all: $(DEV) systeem-volledig warm  ## alle tests, ook de lange
	$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder

lint: $(DEV)  ## stijl en typen
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(DEV)  ## zet de code in de huisstijl
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

naslag: $(SITE)  ## schrijft schema en naslag opnieuw uit de modellen
	$(BIN)/python -m familiegroepsplan.naslag

beelden: $(DEV) systeem site  ## maakt de plaatjes van README en handboek opnieuw
	@$(BIN)/python -m http.server --directory dist/amsterdam --bind 127.0.0.1 8123 >/dev/null 2>&1 & server=$$!; \
	sleep 1; $(BIN)/python tools/beelden.py http://127.0.0.1:8123; \
	$(BIN)/python tools/handboekbeelden.py http://127.0.0.1:8123; kill $$server

bench: $(SITE) systeem  ## Lighthouse over de gebouwde site (vraagt Node.js)
	$(BIN)/python tools/lighthouse.py

lock:  ## legt de afhankelijkheden opnieuw vast (vraagt uv)
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 -o requirements.lock pyproject.toml --group build
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 -o requirements-dev.lock pyproject.toml --group build --group dev -c requirements.lock

# Wat hier één keer gemaakt is, hoeven de tests niet elk opnieuw te maken.
warm: $(SITE)
	$(BIN)/fgp build amsterdam groningen oldenzaal

systeem:
	@sh tests/systeem.sh

systeem-volledig:
	@sh tests/systeem.sh volledig

clean:  ## haalt weg wat gemaakt is
	rm -rf $(VENV) dist site .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dit project vraagt Python 3.11 of nieuwer. Noem het zo: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python heeft hier geen venv: op Debian helpt 'apt install python3-venv'."; exit 1; }

# Zonder vooraf vertalen (--no-compile): van de duizenden bestanden is maar een deel nodig, en dat gaat bij het eerste gebruik.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

$(SITE): requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $(SITE) $@
