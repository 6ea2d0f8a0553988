# Gangmu: make run opens the window, make test runs every test. Both set up what is missing.
CARGO ?= cargo
# What to open: make run FILE=… ; nothing: the last document, the very first time the sample.
FILE ?=
# Documents with an outline made by hand: make score CORPUS=… ; several folders: make fit, make strain CORPUS="… …"
CORPUS ?=

.PHONY: run test setup lint bench score strain fit

run:
	scripts/setup run
	$(CARGO) run -- $(if $(FILE),"$(FILE)")

test:
	scripts/setup test
	$(CARGO) test

setup:
	scripts/setup test

lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --all-targets -- -D warnings
	RUSTDOCFLAGS=-Dwarnings $(CARGO) doc --no-deps --document-private-items
	$(CARGO) check --manifest-path fuzz/Cargo.toml --features opencc

bench:
	scripts/setup run
	$(CARGO) bench

score:
	@test -n "$(CORPUS)" || { echo "make score CORPUS=folder with docs/, gold/ and score.py" >&2; exit 2; }
	$(CARGO) build
	tests/score.sh $(CORPUS) $${CARGO_TARGET_DIR:-target}/debug/gangmu

strain:
	@test -n "$(CORPUS)" || { echo "make strain CORPUS=folders with docs/ and gold/" >&2; exit 2; }
	$(CARGO) build --no-default-features
	scripts/strain $${CARGO_TARGET_DIR:-target}/debug/gangmu $(CORPUS)

fit:
	@test -n "$(CORPUS)" || { echo "make fit CORPUS=folders with docs/ and gold/" >&2; exit 2; }
	$(CARGO) build --no-default-features --example observations
	scripts/fit $${CARGO_TARGET_DIR:-target}/debug/examples/observations src/outline/weights.rs tests/fixtures/outline $(CORPUS)
	$(CARGO) fmt
