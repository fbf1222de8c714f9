# The centre's targets; `make` alone lists them. What they do is in center_site/setup/.

PYTHON ?= python3
VENV := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run dev test test-quick test-next lint format messages lock vendor clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do \
		printf '  make %-11s %s\n' "$$name" "$$words"; done

run: ## Serve the centre at http://localhost:8000 (PORT, DATABASE_URL, ADMIN_PASSWORD)
	@exec $(PYTHON) -m center_site.setup.serve
