# `make` alone lists what can be done. What is built stands in build/, which
# may be removed at any time.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# Pinned: another version of the linter is another set of rules.
LINT_VERSION := v2.15.0
LINT := build/bin/golangci-lint-$(LINT_VERSION)

FUZZTIME ?= 10s
ARGS ?=

# Packages whose tests keep transcripts, and rewrite them when told to.
SAYING = $(shell grep -rl --include='*_test.go' '[.]Transcript' bot cmd 2>/dev/null | xargs -r dirname | sort -u | sed 's|^|./|')

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: compilers
compilers:
	@command -v go >/dev/null || { echo "go is missing: install Go 1.26 or newer, see https://go.dev/doc/install"; exit 1; }
	@command -v "$$(go env CC)" >/dev/null || { echo "the C compiler $$(go env CC) is missing; SQLite needs one (Debian: apt-get install gcc libc6-dev)"; exit 1; }

.PHONY: build
build: compilers ## build build/luling
	@echo "building build/luling (the first time takes minutes: SQLite is compiled)"
	@go build -o build/luling ./cmd/luling

.PHONY: run
run: build ## run the bot; without a token, with its playground in the browser (ARGS="--help")
	@echo "starting build/luling $(ARGS)"
	@exec build/luling $(ARGS)

.PHONY: test
test: compilers ## all tests; those that need a server or a browser that is not here say so and are left out
	go test -shuffle=on ./...

.PHONY: race
race: compilers ## all tests under the race detector
	go test -race -shuffle=on -timeout 20m ./...

.PHONY: lint
lint: $(LINT) ## the linters of .golangci.yml, imports between packages first of all
	$(LINT) run ./...
	$(LINT) run --build-tags failpoints,browser,golden ./...

$(LINT): | compilers
	@echo "installing golangci-lint $(LINT_VERSION) under build/bin (once, some minutes)"
	@mkdir -p build/bin
	@GOBIN="$(CURDIR)/build/bin" go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@mv build/bin/golangci-lint $@

.PHONY: redis
redis: compilers ## tests with a real redis-server for each world instead of the one inside
	@command -v redis-server >/dev/null || { echo "redis-server is missing (Debian: apt-get install redis-server)"; exit 1; }
	LULING_TEST_REDIS=1 go test -shuffle=on -count=1 ./store/conversation/... ./store/pace/... ./bot/... ./cmd/...

.PHONY: browser
browser: compilers ## an application on the chat page in a real browser; pictures under build/browser
	go test -tags browser -count=1 -timeout 10m -run '^TestBrowser' -v ./cmd/luling

.PHONY: crash
crash: compilers ## kill the bot at every named point and look for what was lost or doubled
	go test -tags failpoints -count=1 -timeout 30m -run '^TestCrash$$' -v ./cmd/luling

.PHONY: crash-control
crash-control: compilers ## the same with a bot that confirms first: it must find losses, or it proves nothing
	@go test -tags failpoints,confirmfirst -list '^TestCrashControl$$' ./cmd/luling | grep -x TestCrashControl >/dev/null || { echo "there is no TestCrashControl"; exit 1; }
	go test -tags failpoints,confirmfirst -count=1 -timeout 30m -run '^TestCrashControl$$' -v ./cmd/luling

.PHONY: bench
bench: compilers ## ratios and rates; nothing passes or fails by the clock
	go test -run '^$$' -bench . -benchmem ./...

.PHONY: fuzz
fuzz: compilers ## every fuzz target for a while (FUZZTIME=10s each)
	@grep -rnoH --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' bot cmd flows locales store | sed 's/:[0-9]*:func / /' | \
	while read -r file name; do \
		echo "$$name in $$(dirname "$$file") for $(FUZZTIME)"; \
		go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) "./$$(dirname "$$file")" </dev/null; \
	done

.PHONY: say
say: compilers ## rewrite the bot's lines of all transcripts and what the README quotes; read the diff like code
	@test -n "$(SAYING)" || { echo "no package has transcripts"; exit 1; }
	go test -count=1 $(SAYING) -update
	go test -count=1 -run '^TestReadme' ./cmd/luling -update # quotes them

.PHONY: golden
golden: compilers ## keep what the program leaves of its conversations as the golden set of RELEASE=v2
	@test -n "$(RELEASE)" || { echo "say which release: make golden RELEASE=v2"; exit 1; }
	go test -tags golden -count=1 -run '^TestGoldenMake$$' ./cmd/luling -release "$(RELEASE)"

.PHONY: clauses
clauses: ## clause of the measure -> places in the code that rest on it
	@.ci/clauses

.PHONY: clean
clean: ## remove what was built; data stays
	rm -rf build
