# The commands of the project; `make` alone explains them. Each one sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help run test setup lint bench soak demo build

python := .venv/bin/python
clerk := .venv/bin/clerk-app

help:  ## Say what there is
	@echo "make COMMAND, where COMMAND is one of:"
	@sed -n 's/^\([a-z]*\):.*## /  \1	/p' Makefile | expand -t 10

setup:  ## Make .venv ready: system libraries by apt where missing, locked Python packages
	@sh tools/setup.sh

run: setup  ## Open the window; without a display, make the journey of 2020 offscreen into out/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(clerk); else exec $(clerk) demo --out out/demo; fi

test: setup  ## Run every check and test, with the time of each part
	@$(python) tools/run_tests.py

lint: setup  ## Run the static checks only
	@$(python) tools/run_tests.py lint

bench: setup  ## Measure: each figure is a ratio within one run
	@set -e; for script in tests/bench/bench_*.py; do echo "== $$script"; CLERK_BENCH_PUBLISH=1 $(python) $$script; done
	@$(python) tools/write_docs.py

soak: setup  ## Run the long tests (tests/soak), which `make test` leaves out
	@$(python) -m pytest tests/soak -p no:randomly --timeout 0

demo: setup  ## Make the journey of 2020 offscreen: pictures, papers, an exchange, the report in out/demo
	@$(clerk) demo --out out/demo

build: setup  ## Make the one-folder program in dist/ and let it prove itself
	@$(python) tools/build_program.py
