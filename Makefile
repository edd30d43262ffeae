# check · test · bench · vendor · format. Each sets up what it needs first.
.POSIX:
.PHONY: help check test bench vendor format dev system formatted linted typed contracts vendored about

PYTHON = python3
RUN = .venv/bin/python -m
# Formatting and linting cover everything written here; migrations are generated.
CODE = src tests bench requirements

help:
	@echo "make test     set up everything, then run every test"
	@echo "make check    format, lint, types, import contracts, docs"
	@echo "make bench    measure, and print the figures beside what was promised"
	@echo "make vendor   copy the front-end files in again and record their hashes"
	@echo "make format   put the code in the house's format"

dev:
	@$(PYTHON) -I requirements/install.py dev

system:
	@$(PYTHON) -I requirements/install.py system

# Journeys in the browser stay together on one of the two workers (tests/conftest.py).
test: system dev
	$(RUN) pytest -n 2 --dist loadgroup -ra

check: formatted linted typed contracts vendored about

formatted: dev
	.venv/bin/ruff format --check $(CODE)

linted: dev
	.venv/bin/ruff check $(CODE)

typed: dev
	$(RUN) mypy

contracts: dev
	.venv/bin/lint-imports

vendored: dev
	.venv/bin/python requirements/vendor.py --check

about: dev
	$(RUN) pytest tests/repo -m "not slow"

bench: dev
	$(RUN) bench

vendor: dev
	.venv/bin/python requirements/vendor.py

format: dev
	.venv/bin/ruff check --fix-only -q $(CODE)
	.venv/bin/ruff format $(CODE)
