# Every command of the project. `make` alone prints this list.

PYTHON  ?= python3
PORT    ?= 8000
SITEURL ?=
OUTPUT  ?=
HOST    ?=
SERVER  ?= nginx
FILE    ?=
URL     ?=
DATA    ?=
EVENT   ?=
STARTS  ?=
DATE    ?=
DEST    ?=
PAGE    ?=
TITLE   ?=
TIER    ?=
CATEGORY ?=
SUMMARY ?=
CONTENT ?= content
FOLDER  ?=
PLACE   ?=
HAS     ?=
APPLY   ?=
# Many computers have variables of these names that mean something else: only what is typed behind `make` counts.
NAME    :=
LANGUAGE :=
RELEASE :=
REMOTE  ?=
BRANCH   = gh-pages
PAGES   ?= 25 100 1000
ROUNDS  ?= 3
LENGTH  ?= 1

VENV   := .venv
THERE  := [ -d "$$CONTENT" ] || { echo "CONTENT: there is no folder \"$$CONTENT\"." >&2; exit 1; }
RUN    := $(VENV)/bin/python
SET_UP := $(VENV)/site
TEST   := $(VENV)/test
NODE   := bench/node_modules/.package-lock.json
BUILT  := $(VENV)/bench
# What is typed is text, also where make or a shell would read an order: it goes through the environment alone.
TYPED  := PYTHON PORT SITEURL OUTPUT HOST SERVER FILE URL DATA EVENT STARTS DATE DEST PAGE TITLE TIER CATEGORY SUMMARY CONTENT FOLDER \
	NAME LANGUAGE PLACE HAS APPLY REMOTE BRANCH RELEASE PAGES ROUNDS LENGTH
$(foreach name,$(TYPED),$(eval override $(name) := $$(value $(name))))
export $(TYPED)
export PYTHONPATH := plugins
export PYTHONUTF8 := 1

# A Python that was renewed, or is gone, leaves a .venv behind in which nothing works: it is made anew.
FITS := import sys; sys.exit("= %d.%d." % sys.version_info[:2] not in open("$(VENV)/pyvenv.cfg").read())
$(shell [ ! -e $(VENV) ] || $(RUN) -IS -c '$(FITS)' >/dev/null 2>&1 || \
	{ echo "$(VENV) was made by another Python than the one here now; it is made anew." >&2; rm -rf $(VENV); })

.NOTPARALLEL:

.DEFAULT_GOAL := help

.PHONY: help
help:  ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Variables: PORT=8000 (serve, edit), SITEURL=https://... (publish), OUTPUT=folder (build, publish),"
	@echo "  HOST=github-pages or another in HOSTING.md (publish), SERVER=nginx or caddy (server-config),"
	@echo "  CONTENT=folder (of another site, wherever content/ is read or changed),"
	@echo "  FILE=edited.csv (import-tiers, import), PAGES=\"25 1000\" ROUNDS=3 LENGTH=3 (bench-peers),"
	@echo "  DEST=user@server:/folder (deploy-rsync), REMOTE=address BRANCH=gh-pages (deploy-git)"

.PHONY: serve
serve: $(SET_UP)  ## Show the site on this computer, with drafts and examples; follows every change
	@$(RUN) -m preview --content="$$CONTENT" --port="$${PORT:-8000}"

.PHONY: edit
edit: $(SET_UP)  ## Edit the site in a browser on this computer
	@$(RUN) -m preview --edit --content="$$CONTENT" --port="$${PORT:-8000}"

.PHONY: admin
admin: $(SET_UP)  ## Write the forms on the web into the folder admin/, for a site whose repository is known
	@$(THERE); $(RUN) -m preview.admin "$$CONTENT" theme "$${OUTPUT:-admin}"

.PHONY: test
test: $(TEST)  ## Run all the tests
	@$(RUN) -m pytest

.PHONY: fuzz
fuzz: $(TEST)  ## Run twenty times as many random examples as the tests do
	@FUZZ=20 $(RUN) -m pytest tests/fuzz

.PHONY: check
check: $(SET_UP)  ## Report every problem in content/, in a second
	@$(RUN) -m commands check "$$CONTENT" theme .cache

.PHONY: reading
reading: $(SET_UP)  ## Tell how hard each page is to read
	@$(RUN) -m commands reading "$$CONTENT" theme

.PHONY: check-links
check-links: $(SET_UP)  ## Ask every outside address of content/ whether it is still there
	@$(RUN) -m commands check-links "$$CONTENT" theme .cache

.PHONY: new-site
new-site: $(SET_UP)  ## Make a site that is not there yet; asks five questions (FOLDER= for another place than content/)
	@$(RUN) -m commands new-site "$$FOLDER" theme "$$NAME" "$$LANGUAGE" "$$PLACE" "$$HAS" "$$APPLY"

.PHONY: new-page
new-page: $(SET_UP)  ## Make a page, as a draft: PAGE=events/gala TITLE="The gala"
	@$(RUN) -m commands new-page "$$CONTENT" theme "$$PAGE" "$$TITLE"

.PHONY: new-article
new-article: $(SET_UP)  ## Make an article, as a draft: TITLE="A new truck" (PAGE=news/truck DATE=2027-03-09)
	@$(RUN) -m commands new-article "$$CONTENT" theme "$$TITLE" "$$PAGE" "$$DATE"

.PHONY: new-event
new-event: $(SET_UP)  ## Make an event: TITLE="Spring assembly" STARTS="2027-03-09 18:30" (EVENT=assembly)
	@$(RUN) -m commands new-event "$$CONTENT" theme "$$TITLE" "$$STARTS" "$$EVENT"

.PHONY: new-tier
new-tier: $(SET_UP)  ## Make a tier and its page: TIER=ally-network TITLE="Ally Network" CATEGORY=network SUMMARY="For ..."
	@$(RUN) -m commands new-tier "$$CONTENT" theme "$$TIER" "$$TITLE" "$$CATEGORY" "$$SUMMARY"

.PHONY: translated
translated: $(SET_UP)  ## Note that a translation is level with its original now: PAGE=about LANGUAGE=es
	@$(RUN) -m commands translated "$$CONTENT" theme "$$PAGE" "$$LANGUAGE"

.PHONY: build
build: $(SET_UP)  ## Build the preview into output/
	@$(THERE); $(RUN) -m pelican "$$CONTENT" -s pelicanconf.py -o "$${OUTPUT:-output}" --fatal warnings

.PHONY: publish
publish: $(SET_UP)  ## Build the public site into public/
	@$(THERE); $(RUN) -m pelican "$$CONTENT" -s publishconf.py -o "$${OUTPUT:-public}" --fatal warnings

.PHONY: preview
preview: $(SET_UP)  ## Build a preview for a host, that others open: drafts too, every page marked (HOST=netlify)
	@$(THERE); $(RUN) -m pelican "$$CONTENT" -s previewconf.py -o "$${OUTPUT:-public}" --fatal warnings

.PHONY: verify
verify: $(SET_UP)  ## Compare public/, or what URL=http://127.0.0.1:... serves, with its sums
	@$(RUN) -m commands verify "$${OUTPUT:-public}" $${URL:+"$$URL"}

.PHONY: server-config
server-config: $(SET_UP)  ## Print the settings of a web server of your own: headers, compressed files, the 404 page, moved pages
	@$(RUN) -m commands server-config "$$SERVER" "$$SITEURL" "$$CONTENT" theme

.PHONY: import-tiers
import-tiers: $(SET_UP)  ## Bring the tiers back from a spreadsheet, FILE=edited.csv
	@$(RUN) -m commands import-tiers "$$CONTENT" theme "$$FILE"

.PHONY: export
export: $(SET_UP)  ## Write the list of a data file as a table for spreadsheets: DATA=events FILE=events.csv
	@$(RUN) -m commands export "$$CONTENT" theme "$$DATA" "$$FILE"

.PHONY: import
import: $(SET_UP)  ## Bring such a table back, with what was changed in it: DATA=events FILE=events.csv
	@$(RUN) -m commands import "$$CONTENT" theme "$$DATA" "$$FILE"

.PHONY: schemas
schemas: $(SET_UP)  ## Write down anew what editors know about the data files
	@$(RUN) -m commands schemas schemas

.PHONY: deploy-rsync
deploy-rsync: publish  ## Publish, and put the site on the server or into the folder DEST, in one step for visitors
	@$(RUN) -m releasing.deploy rsync "$${OUTPUT:-public}" "$$DEST"

.PHONY: deploy-git
deploy-git: publish  ## Publish, and push the built site to the branch BRANCH of REMOTE
	@$(RUN) -m releasing.deploy git "$${OUTPUT:-public}" "$$REMOTE" "$$BRANCH"

.PHONY: releases
releases: $(SET_UP)  ## List what was published when, and what changed: DEST= or REMOTE= as for deploy-...
	@$(RUN) -m releasing.deploy releases "$${OUTPUT:-public}" "$$DEST" "$$REMOTE" "$$BRANCH"

.PHONY: publish-again
publish-again: $(SET_UP)  ## Let visitors see an earlier release: RELEASE=name, DEST= or REMOTE= as for deploy-...
	@$(RUN) -m releasing.deploy publish-again "$${OUTPUT:-public}" "$$RELEASE" "$$DEST" "$$REMOTE" "$$BRANCH"

.PHONY: lint
lint: $(TEST)  ## Check the style and the types of the code
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy

.PHONY: bench
bench: $(SET_UP) $(NODE)  ## For maintainers: measure speed, Lighthouse scores and HTML errors (needs Node.js, Chromium)
	@$(RUN) bench/publish.py 10 1000
	@SITEURL=https://cate-bench.org $(RUN) -m pelican content -s publishconf.py -o $(BUILT)/cate --fatal warnings >/dev/null
	@SITEURL=https://harbor-bench.org $(RUN) -m pelican tests/coalitions/harbor -s publishconf.py -o $(BUILT)/harbor \
		--fatal warnings >/dev/null
	@$(RUN) bench/weigh.py $(BUILT)/cate $(BUILT)/harbor
	@node bench/validate.mjs $(BUILT)/cate $(BUILT)/harbor
	@node bench/lighthouse.mjs $(BUILT)/cate

.PHONY: bench-peers
bench-peers: $(SET_UP)  ## For maintainers: build the same site with this project and with its peers, and compare the costs
	@set -f; $(RUN) bench/peers.py $$PAGES

.PHONY: lock
lock: $(TEST)  ## For maintainers: pin all packages anew, with hashes (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.txt
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --extra test -c requirements.txt \
		pyproject.toml -o requirements-test.txt
	@for peer in bench/peers/*/requirements.in; do \
		uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $$peer -o $${peer%.in}.txt \
			|| exit 1; done

.PHONY: clean
clean:  ## Delete everything that can be made again
	@rm -rf $(VENV) bench/node_modules output public .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN):
	@command -v "$$PYTHON" >/dev/null || { echo "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=..." >&2; exit 1; }
	@"$$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, $$("$$PYTHON" --version) was found. Name another: make PYTHON=..." >&2; exit 1; }
	@"$$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python has no venv. On Debian: apt install python3-venv" >&2; exit 1; }
	@[ -w . ] || { echo "Nothing can be written in this folder: permission is missing." >&2; exit 1; }
	@rm -rf $(VENV); "$$PYTHON" -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "The folder $(VENV) could not be made. Is the disk full?" >&2; exit 1; }

define INSTALL
@[ -w $(VENV) ] || { echo "Nothing can be written in $(VENV): permission is missing." >&2; exit 1; }
@$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r $< || \
	{ echo "The packages could not be installed. Is this computer online? They are there for Python 3.11 to 3.14." >&2; exit 1; }
endef

$(SET_UP): requirements.txt | $(RUN)
	@echo "Setting up (once) ..."
	$(INSTALL)
	@touch $@

$(NODE): bench/package-lock.json
	@command -v npm >/dev/null || \
		{ echo "Node.js 18 or newer with npm is needed. On Debian: apt install nodejs npm" >&2; exit 1; }
	@echo "Setting up for the measurements (once) ..."
	@npm ci --prefix bench --ignore-scripts --no-audit --no-fund --loglevel=error || \
		{ echo "The packages could not be installed. Is this computer online?" >&2; exit 1; }

$(TEST): requirements-test.txt | $(RUN)
	@echo "Setting up for the tests (once) ..."
	$(INSTALL)
	@touch $@ $(SET_UP)
