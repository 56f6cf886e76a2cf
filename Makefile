# make run: open kzref.   make test: prove it.   Each sets up everything it needs on first use.
PY := .venv/bin/python
export PYTHONUTF8 := 1

.PHONY: run test lint data check-data package bench gallery soak soak-clocks clean setup

setup: .venv/ready

.venv/ready: pyproject.toml packaging/setup.sh
	bash packaging/setup.sh
	@touch $@

data: setup
	@$(PY) -m kzref.compiler --if-needed

run: data
	@$(PY) -m kzref

test: data
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n auto --maxprocesses 4 --dist worksteal

lint: setup
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

check-data: setup
	@$(PY) -m kzref.compiler --check

package:
	@bash packaging/package.sh

bench: data
	@$(PY) -m tests.bench
	@$(PY) -m tests.bench.search_speed 5000 50000

# every screen photographed and looked over; make gallery LANG=kk THEME=dark SIZE=1366x768 ONLY=law,own
gallery: data
	@$(PY) -m tests.gallery $(if $(filter command,$(origin LANG)),--lang $(LANG)) $(if $(THEME),--theme $(THEME)) \
	  $(if $(SIZE),--size $(SIZE)) $(if $(ONLY),--only $(ONLY))

# fuzz the readers of the user's own files; make soak MINUTES=60
soak: setup
	@$(PY) -m tests.soak $(or $(MINUTES),10)

# eight hours of ticking clocks, shortened: does memory grow?
soak-clocks: data
	@$(PY) -m tests.bench.soak

clean:
	rm -rf .venv build dist kzref/_bundled
