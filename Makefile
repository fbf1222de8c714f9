# The centre's targets; `make` alone lists them. What they do is in center_site/setup/.

PYTHON ?= python3
SETUP := $(PYTHON) -m center_site.setup
.DEFAULT_GOAL := help
.PHONY: help run dev test test-quick test-postgres test-next lint format messages lock vendor screenshots clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do \
		printf '  make %-14s %s\n' "$$name" "$$words"; done

run: ## Serve the centre at http://localhost:8000 (PORT, DATABASE_URL, ADMIN_PASSWORD)
	@exec $(SETUP).serve

dev: ## Serve it for developers: debug pages, reloads on change
	@exec $(SETUP).develop

test: ## Run all tests, in a browser too (TESTS="tests/kiosk -k name" for some of them)
	@exec $(SETUP).suite $(TESTS)

test-quick: ## Run the tests that need no browser
	@exec $(SETUP).suite --without-browser $(TESTS)

test-postgres: ## Run the tests that need no browser on a PostgreSQL of their own
	@exec $(SETUP).postgres $(TESTS)

test-next: ## Run the tests that need no browser on the next Django and Wagtail
	@exec $(SETUP).following $(TESTS)

lint: ## Check style, layers, migrations, translations, templates and settings
	@exec $(SETUP).lint

format: ## Put the code into the house's style
	@exec $(SETUP).lint --mend

messages: ## Gather the words to translate into locale/ (needs GNU gettext)
	@exec $(SETUP).messages

lock: ## Compile the lock files from pyproject.toml (UPGRADE=all or UPGRADE=Django)
	@exec $(SETUP).locks $(UPGRADE)

vendor: ## Fetch the vendored browser files anew (needs npm)
	@exec .venv/bin/python manage.py refresh_vendored

screenshots: ## Take the README's pictures of a centre that `make run` serves (PORT, ADMIN_PASSWORD)
	@exec .venv/bin/python -m tests.screenshots http://localhost:$${PORT:-8000}

clean: ## Remove what can be made again: environments, caches, compiled and static files
	@rm -rf .venv .venv-next .build/*.sha256 .build/*.log static_root .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locale -name '*.mo' -delete
