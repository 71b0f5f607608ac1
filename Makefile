# On a fresh machine `make demo` and `make test` are all the set-up there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
PY := $(BIN)/python

.PHONY: demo test test-map lint soak mutation bench docs pictures lock xem-nhanh windows wheel clean

demo: $(VENV)/.run
	$(BIN)/kiemdiem demo

# In an order of its own each time; `make test SEED=…` repeats one that failed.
PROCESSES := 2
SEED = $(shell $(PY) -c "import random; print(random.randrange(10**6))")

# Compiled tests are kept, wherever the machine is told not to: half of the time before the first test.
test: export PYTHONDONTWRITEBYTECODE =
test: export PYTHONPYCACHEPREFIX = $(CURDIR)/$(VENV)/pycache
test: $(VENV)/.dev
	$(PY) -m pytest -n $(PROCESSES) --dist worksteal --shuffle=$(SEED) --hypothesis-profile=few

# `make test-map OF=engine` for the modules of one room, or of one name.
test-map: $(VENV)/.dev
	@$(PY) -m tests.map $(OF)

lint: $(VENV)/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

soak: $(VENV)/.dev
	$(PY) -m pytest -m "soak or hypothesis"

mutation: $(VENV)/.dev
	$(PY) -m tests.mutation.mutate generator/rules tests/rules
	$(PY) -m tests.mutation.mutate generator/wording tests/wording
	$(PY) -m tests.mutation.mutate generator/dossier tests/dossier
	$(PY) -m tests.mutation.mutate generator/engine tests/engine --every 9 --least 0
	$(PY) -m tests.mutation.mutate generator/reading tests/reading --every 9 --least 0
	$(PY) -m tests.mutation.mutate generator/papers tests/papers,tests/summary --every 9 --least 0
	$(PY) -m tests.mutation.mutate generator/register tests/register --every 9 --least 0

bench: $(VENV)/.dev
	$(PY) bench/all.py

$(VENV)/.venv:
	$(PYTHON) -m venv $(VENV)
	touch $@

INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check

$(VENV)/.run: $(VENV)/.venv requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.venv requirements-dev.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

# Renews both lock files; needs uv.
lock:
	uv pip compile pyproject.toml --extra desk --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --extra desk --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -q -o requirements-dev.lock

# Renews the quick view of Word files that the desk ships; needs node. Then put its hash into nguon.yaml.
xem-nhanh:
	node generator/desk/xem-nhanh/lam.mjs

# The folder that a clerk unzips on Windows; the same sources give the same bytes.
windows: $(VENV)/.dev
	$(PY) windows/make.py

# For `pipx install` and `uv tool install`.
wheel: $(VENV)/.dev
	$(PY) -m hatchling build -d dist

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

docs: $(VENV)/.dev
	$(PY) docs/make.py

# The pictures of docs/cac-loai-van-ban.md, from the real documents; needs LibreOffice.
pictures: $(VENV)/.dev
	$(PY) -m tests.desk.browser.pictures
	$(PY) docs/pictures.py
	$(PY) docs/make.py
