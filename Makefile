# Every command of the project, for whoever has make. What each does, run.py knows; `make` alone prints its list.

COMMANDS := help serve edit test fuzz check reading check-links new-site new-page new-article new-event new-tier translated build publish \
	verify server-config import-tiers export import schemas deploy-rsync deploy-git releases publish-again \
	lint bench bench-peers lock clean

PYTHON ?= python3
# Many computers have variables of these names that mean something else: only what is typed behind `make` counts.
NAME     :=
LANGUAGE :=
BRANCH   :=
RELEASE  :=

# What is typed is text, also where make or a shell would read an order: it goes through the environment alone.
$(foreach name,$(.VARIABLES),$(if $(findstring command line,$(origin $(name))),\
	$(eval override $(name) := $$(value $(name)))$(eval export $(name))))
export PYTHON NAME LANGUAGE BRANCH RELEASE

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: $(COMMANDS)
$(COMMANDS):
	@python=.venv/bin/python; "$$python" -ISc "" 2>/dev/null || python=$$(command -v "$$PYTHON") || \
		{ echo "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=..." >&2; exit 1; }; \
		exec "$$python" -IS run.py $@ NAME="$$NAME" LANGUAGE="$$LANGUAGE" BRANCH="$$BRANCH" RELEASE="$$RELEASE"
