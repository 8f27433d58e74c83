# A menu; what happens is in scripts/.
.DEFAULT_GOAL := help
.PHONY: help setup run test check lint format legal-sources schema event-forms bench hooks

help: ## Show this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing to build, run and test (Debian 12)
	@scripts/setup test

run: ## Install what is missing, build, and start the demonstration
	@scripts/run

test: ## Install what is missing; lint, check, build and test everything
	@scripts/test

check: ## make test, then a release build that starts and answers
	@scripts/check

lint: ## Only the checks that take seconds
	@scripts/lint

format: ## Format every Swift file
	@swift format --in-place --parallel --recursive $(wildcard Sources Tests Definitions Benchmarks Package.swift)

legal-sources: ## Write docs/legal-sources.md anew from the code
	@scripts/legal-sources

schema: ## Write docs/schema anew from the migrations; the recording run itself fails
	@RECORD=1 swift test --disable-xctest --filter SchemaTests

event-forms: ## Record the forms of events that are new; the recording run itself fails
	@RECORD=1 swift test --disable-xctest --filter EventFormsTests

bench: ## Build and run the benchmarks: one line of JSON a figure
	@scripts/bench

hooks: ## Let git refuse commits that are not formatted
	@git config core.hooksPath scripts/hooks
