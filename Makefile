# Twee opdrachten volstaan: `make demo` en `make test`. De rest legt `make help` uit.

VENV := .venv
BIN := $(VENV)/bin
PO := $(wildcard src/wortel/*/locale/*/LC_MESSAGES/*.po src/wortel/*/*/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
HOST ?= 127.0.0.1
PORT ?= 8000

# The first Python that is new enough; empty when there is none.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$each; break; fi; done)

# An environment that was moved to another folder no longer works: its place is part of its stamp.
ifneq ($(shell cat $(VENV)/.place 2>/dev/null),$(CURDIR))
STALE := stale
endif

.DEFAULT_GOAL := help
.PHONY: help demo test test-postgres check-code bench drill messages lock clean stale

help:
	@echo "make demo           installeer, bouw de demowereld en start de website op $(HOST):$(PORT)"
	@echo "make test           stijl, types, contracten, migraties, vertaling en alle tests (SQLite, of DATABASE_URL)"
	@echo "make test-postgres  dezelfde tests op een tijdelijke PostgreSQL, zonder browserverhalen"
	@echo "make check-code     alles van make test, behalve de tests zelf"
	@echo "make bench          meet snelheid en geheugen, schrijft docs/benchmarks.md"
	@echo "make drill          dood, race, bewaar en bestook de website, schrijft docs/trust.md"
	@echo "make messages       werk de Engelse vertaallijst bij met de teksten uit de bron"
	@echo "make lock           maak de slotbestanden opnieuw (heeft uv nodig)"
	@echo "make clean          verwijder de omgeving en alles wat gebouwd is; je gegevens in var/ blijven"

demo: $(VENV)/.locked $(VENV)/.installed
	@$(BIN)/wortel demo --host $(HOST) --port $(PORT)

test: $(VENV)/.locked-dev $(VENV)/.installed $(MO)
	@failed=0; $(BIN)/python scripts/check_code.py || failed=1; \
	$(BIN)/python scripts/suite.py $(PYTEST) || failed=1; exit $$failed

test-postgres: $(VENV)/.locked-dev $(VENV)/.installed $(MO)
	@$(BIN)/python scripts/with_postgres.py $(BIN)/python scripts/suite.py $(PYTEST)

check-code: $(VENV)/.locked-dev $(VENV)/.installed $(MO)
	@$(BIN)/python scripts/check_code.py

bench: $(VENV)/.locked-dev $(VENV)/.installed $(MO)
	@$(BIN)/python -m benchmarks

drill: $(VENV)/.locked-dev $(VENV)/.installed $(MO)
	@$(BIN)/python -m drills all

messages: $(VENV)/.locked-dev
	@$(BIN)/python scripts/catalogue.py update

lock:
	UV_PYTHON_DOWNLOADS=never uv pip compile pyproject.toml --extra build --universal --generate-hashes \
		--no-header --no-annotate --python-version 3.11 --quiet --output-file requirements.lock
	UV_PYTHON_DOWNLOADS=never uv pip compile pyproject.toml --extra build --extra dev --extra spark --universal --generate-hashes \
		--no-header --no-annotate --python-version 3.11 --quiet --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f $(MO)

$(VENV)/.locked: requirements.lock $(STALE)
	@test -n "$(PYTHON)" || { echo "Wortel heeft Python 3.11 of nieuwer nodig; op deze machine staat er geen."; exit 1; }
	@$(PYTHON) scripts/environment.py requirements.lock
	@touch $@

$(VENV)/.locked-dev: requirements-dev.lock $(VENV)/.locked
	@$(BIN)/python scripts/environment.py requirements-dev.lock
	@touch $@

$(VENV)/.installed: pyproject.toml hatch_build.py $(PO) $(VENV)/.locked
	@$(BIN)/python scripts/environment.py --project
	@touch $@

%.mo: %.po $(VENV)/.locked
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

stale:
