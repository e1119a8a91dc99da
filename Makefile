# The same targets for people and CI. `make demo` and `make test` do all set-up themselves.
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: setup demo test lint bench lock samples ledger clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
ifdef UV
	uv venv --quiet --allow-existing --python $(PYTHON) .venv
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps -e .
else
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
endif
	$(BIN)/python -m flows.serving.first_state
	touch .venv/ready

demo: setup
	$(BIN)/ipstats demo

test: setup
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench.run_bench

samples: setup
	$(BIN)/python data/samples/make_samples.py

# What becomes of every row of the samples; review the difference like code.
ledger: demo
	$(BIN)/python -m tests.flows.months.samples_ledger data/demo

# Writes names, versions and hashes only: no address of any registry may stand in the repository.
lock:
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet pyproject.toml -o requirements.lock

clean:
	rm -rf .venv data/demo
