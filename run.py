"""Every command of the project: `python3 run.py` prints the list, `py run.py` does on Windows, and `make` calls this.

It begins with any Python, before anything is installed: so with the standard library alone, and little of that, since
every command waits for it. Nothing that is typed reaches a shell.
"""

from __future__ import annotations

import os
import sys

VENV, WINDOWS = ".venv", os.name == "nt"
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))
REQUIREMENTS = {"site": "requirements.txt", "test": "requirements-test.txt"}
OURS = "make" if "MAKELEVEL" in os.environ else "py run.py" if WINDOWS else "python3 run.py"
OTHER_PYTHON = "make PYTHON=..." if OURS == "make" else f"{'py -3.13' if WINDOWS else 'python3.13'} run.py ..."
DEFAULTS = {
    **{"PORT": "8000", "SERVER": "nginx", "CONTENT": "content", "BRANCH": "gh-pages", "PAGES": "25 100 1000"},
    **dict.fromkeys(("SITEURL", "OUTPUT", "HOST", "FILE", "URL", "DATA", "EVENT", "STARTS", "DATE", "DEST"), ""),
    **dict.fromkeys(("PAGE", "TITLE", "TIER", "CATEGORY", "SUMMARY", "FOLDER", "PLACE", "HAS", "APPLY", "REMOTE"), ""),
    **dict.fromkeys(("NAME", "LANGUAGE", "RELEASE"), ""),
    **{"ROUNDS": "3", "LENGTH": "1"},
}
# Many computers have variables of these names that mean something else: only what is typed behind the command counts.
ONLY_TYPED = ("NAME", "LANGUAGE", "BRANCH", "RELEASE")
VARIABLES = f"""\
Variables: PORT=8000 (serve, edit), SITEURL=https://... (publish), OUTPUT=folder (build, publish),
  HOST=github-pages or another in HOSTING.md (publish), SERVER=nginx or caddy (server-config),
  CONTENT=folder (of another site, wherever content/ is read or changed),
  FILE=edited.csv (import-tiers, import), PAGES="25 1000" ROUNDS=3 LENGTH=3 (bench-peers),
  DEST=user@server:/folder (deploy-rsync), REMOTE=address BRANCH={DEFAULTS["BRANCH"]} (deploy-git)"""

SITE, TEST, NODE, NOTHING = "site", "test", "node", ""  # what a command needs to be there
PUBLISH = "-m pelican {CONTENT} -s publishconf.py -o {PUBLIC} --fatal warnings"
OFFLINE = "The packages could not be installed. Is this computer online?"
MISSING = {
    "uv": "uv is needed, which pins packages.",
    **dict.fromkeys(("node", "npm"), "Node.js 18 or newer with npm is needed. On Debian: apt install nodejs npm"),
}
COMPILE = "uv pip compile -q --universal --generate-hashes --no-header --no-annotate"


class Stopped(Exception):
    """Raised with what to tell when a command cannot go on."""


def listed(_: dict[str, str]) -> None:
    """Print the list of commands."""
    for name, (_needs, about, *_steps) in COMMANDS.items():
        print(f"  {OURS} {name:<13} {about}")
    print(VARIABLES)


def there(values: dict[str, str]) -> None:
    """Look whether there is a site to build."""
    if not os.path.isdir(values["CONTENT"]):
        raise Stopped(f'CONTENT: there is no folder "{values["CONTENT"]}".')


def peers(_: dict[str, str]) -> list[str]:
    """Return the lines that pin the packages of the programs that bench-peers compares with."""
    folders = [f"bench/peers/{name}" for name in sorted(os.listdir("bench/peers"))]
    return [
        f"{COMPILE} --python-version 3.11 {folder}/requirements.in -o {folder}/requirements.txt"
        for folder in folders
        if os.path.exists(f"{folder}/requirements.in")
    ]


def clean(_: dict[str, str]) -> None:
    """Delete what can be made again."""
    import shutil

    made = [
        VENV,
        "bench/node_modules",
        "output",
        "public",
        "admin",
        ".cache",
        ".hypothesis",
        ".pytest_cache",
        ".mypy_cache",
    ]
    compiled = [os.path.join(where, "__pycache__") for where, inner, _ in os.walk(".") if "__pycache__" in inner]
    for folder in filter(os.path.lexists, [*made, ".ruff_cache", *compiled]):
        os.unlink(folder) if os.path.islink(folder) else shutil.rmtree(folder)


# What each command needs, what it does, and its steps. A line is divided into words, and only then does what was typed
# take the place of {NAME}, whatever is in it. It begins with what Python is told, or with the name of another program.
# fmt: off
COMMANDS = {
    "help": (NOTHING, "Print this list", listed),
    "serve": (SITE, "Show the site on this computer, with drafts and examples; follows every change",
        "-m preview --content={CONTENT} --port={PORT}"),
    "edit": (SITE, "Edit the site in a browser on this computer",
        "-m preview --edit --content={CONTENT} --port={PORT}"),
    "admin": (SITE, "Write the forms on the web into the folder admin/, for a site whose repository is known", there,
        "-m preview.admin {CONTENT} theme {ADMIN}"),
    "test": (TEST, "Run all the tests", "-m pytest"),
    "fuzz": (TEST, "Run twenty times as many random examples as the tests do", "FUZZ=20 -m pytest -m hypothesis"),
    "check": (SITE, "Report every problem in content/, in a second", "-m commands check {CONTENT} theme .cache"),
    "reading": (SITE, "Tell how hard each page is to read", "-m commands reading {CONTENT} theme"),
    "check-links": (SITE, "Ask every outside address of content/ whether it is still there",
        "-m commands check-links {CONTENT} theme .cache"),
    "new-site": (SITE,
        "Make a site that is not there yet; asks five questions (FOLDER= for another place than content/)",
        "-m commands new-site {FOLDER} theme {NAME} {LANGUAGE} {PLACE} {HAS} {APPLY}"),
    "new-page": (SITE, 'Make a page, as a draft: PAGE=events/gala TITLE="The gala"',
        "-m commands new-page {CONTENT} theme {PAGE} {TITLE}"),
    "new-article": (SITE, 'Make an article, as a draft: TITLE="A new truck" (PAGE=news/truck DATE=2027-03-09)',
        "-m commands new-article {CONTENT} theme {TITLE} {PAGE} {DATE}"),
    "new-event": (SITE, 'Make an event: TITLE="Spring assembly" STARTS="2027-03-09 18:30" (EVENT=assembly)',
        "-m commands new-event {CONTENT} theme {TITLE} {STARTS} {EVENT}"),
    "new-tier": (SITE,
        'Make a tier and its page: TIER=ally-network TITLE="Ally Network" CATEGORY=network SUMMARY="For ..."',
        "-m commands new-tier {CONTENT} theme {TIER} {TITLE} {CATEGORY} {SUMMARY}"),
    "translated": (SITE, "Note that a translation is level with its original now, or begin it: PAGE=about LANGUAGE=es",
        "-m commands translated {CONTENT} theme {PAGE} {LANGUAGE}"),
    "build": (SITE, "Build the preview into output/", there,
        "-m pelican {CONTENT} -s pelicanconf.py -o {PREVIEW} --fatal warnings"),
    "publish": (SITE, "Build the public site into public/", there, PUBLISH),
    "preview": (SITE, "Build a preview for a host, that others open: drafts too, every page marked (HOST=netlify)",
        there, "-m pelican {CONTENT} -s previewconf.py -o {PUBLIC} --fatal warnings"),
    "verify": (SITE, "Compare public/, or what URL=http://127.0.0.1:... serves, with its sums",
        "-m commands verify {PUBLIC} {URL}"),
    "server-config": (SITE,
        "Print the settings of a web server of your own: headers, compressed files, the 404 page, moved pages",
        "-m commands server-config {SERVER} {SITEURL} {CONTENT} theme"),
    "import-tiers": (SITE, "Bring the tiers back from a spreadsheet, FILE=edited.csv",
        "-m commands import-tiers {CONTENT} theme {FILE}"),
    "export": (SITE, "Write the list of a data file as a table for spreadsheets: DATA=events FILE=events.csv",
        "-m commands export {CONTENT} theme {DATA} {FILE}"),
    "import": (SITE, "Bring such a table back, with what was changed in it: DATA=events FILE=events.csv",
        "-m commands import {CONTENT} theme {DATA} {FILE}"),
    "schemas": (SITE, "Write down anew what editors know about the data files", "-m commands schemas schemas"),
    "deploy-rsync": (SITE, "Publish, and put the site on the server or into the folder DEST, in one step for visitors",
        there, PUBLISH, "-m releasing.deploy rsync {PUBLIC} {DEST}"),
    "deploy-git": (SITE, "Publish, and push the built site to the branch BRANCH of REMOTE",
        there, PUBLISH, "-m releasing.deploy git {PUBLIC} {REMOTE} {BRANCH}"),
    "releases": (SITE, "List what was published when, and what changed: DEST= or REMOTE= as for deploy-...",
        "-m releasing.deploy releases {PUBLIC} {DEST} {REMOTE} {BRANCH}"),
    "publish-again": (SITE, "Let visitors see an earlier release: RELEASE=name, DEST= or REMOTE= as for deploy-...",
        "-m releasing.deploy publish-again {PUBLIC} {RELEASE} {DEST} {REMOTE} {BRANCH}"),
    "lint": (TEST, "Check the style and the types of the code",
        "-m ruff check .", "-m ruff format --check .", "-m mypy"),
    "bench": (NODE, "For maintainers: measure speed, Lighthouse scores and HTML errors (needs Node.js, Chromium)",
        "bench/publish.py 10 1000",
        "SITEURL=https://cate-bench.org -m pelican content -s publishconf.py -o .venv/bench/cate --fatal warnings",
        "SITEURL=https://harbor-bench.org -m pelican tests/coalitions/harbor -s publishconf.py -o .venv/bench/harbor "
        "--fatal warnings",
        "bench/weigh.py .venv/bench/cate .venv/bench/harbor",
        "node bench/validate.mjs .venv/bench/cate .venv/bench/harbor",
        "node bench/lighthouse.mjs .venv/bench/cate"),
    "bench-peers": (SITE,
        "For maintainers: build the same site with this project and with its peers, and compare the costs",
        "bench/peers.py {PAGES}"),
    "lock": (TEST, "For maintainers: pin all packages anew, with hashes (needs uv)",
        f"{COMPILE} pyproject.toml -o requirements.txt",
        f"{COMPILE} --extra test -c requirements.txt pyproject.toml -o requirements-test.txt", peers),
    "clean": (NOTHING, "Delete everything that can be made again", clean),
}
# fmt: on


def main(given: list[str]) -> int:
    """Run the commands that were typed, one after the other; return the status of the first that fails."""
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    names = [word for word in given if "=" not in word] or ["help"]
    typed = dict(word.split("=", 1) for word in given if "=" in word)
    refuse_misspelt(names, typed)
    os.environ.update({name: value for name, value in typed.items() if name not in ONLY_TYPED})
    os.environ.update(PYTHONPATH="plugins", PYTHONUTF8="1", COMMANDS_BEGIN_WITH=OURS)
    found = {name: typed.get(name, "" if name in ONLY_TYPED else os.environ.get(name, "")) for name in DEFAULTS}
    values = {name: value or DEFAULTS[name] for name, value in found.items()}
    places = {"PREVIEW": "output", "PUBLIC": "public", "ADMIN": "admin"}
    values.update({name: found["OUTPUT"] or folder for name, folder in places.items()})
    waiting: list = [step for name in names for step in (COMMANDS[name][0], *COMMANDS[name][2:])]
    while waiting:
        step = waiting.pop(0)
        if callable(step):
            waiting[:0] = step(values) or ()
        elif step in NEEDS:
            NEEDS[step]()
        elif status := run(step, values, last=not waiting):
            return status
    return 0


def refuse_misspelt(names: list[str], typed: dict[str, str]) -> None:
    """Refuse a command that is none, and a variable that nearly is one of ours; others are for what we start."""
    unknown = [name for name in names if name not in COMMANDS]
    for word in [*unknown, *(name for name in typed if name not in DEFAULTS)]:
        from difflib import get_close_matches  # late: nearly always all is well

        near = get_close_matches(word, COMMANDS if word in unknown else DEFAULTS, 1, 0.6 if word in unknown else 0.8)
        if near or word in unknown:
            guess = f'Did you mean "{near[0]}"?' if near else f'"{OURS} help" prints all.'
            raise Stopped(f'"{word}" is no {"command" if word in unknown else "variable"} here. {guess}')


def run(step: str, values: dict[str, str], *, last: bool) -> int:
    """Run one line of a command; return its status. The last of all takes the place of this process where it can."""
    words = step.split()
    while "=" in words[0]:
        name, value = words.pop(0).split("=")
        os.environ[name] = value
    words = [word.format_map(values) for word in words]
    words = [program(words[0]), *words[1:]] if words[0] in MISSING else [PYTHON, *words]
    if last and not WINDOWS:
        os.execv(words[0], words)
    return done(*words)


def program(name: str) -> str:
    """Return where a program is."""
    import shutil

    found = shutil.which(name)
    if not found:
        raise Stopped(MISSING[name])
    return found


def done(*words: str, quiet: bool = False) -> int:
    """Wait for a program and return its status. It hears Ctrl+C itself; when we shall end, it is told."""
    import signal
    import subprocess

    output, interrupted, before = subprocess.DEVNULL if quiet else None, [], signal.getsignal(signal.SIGINT)
    if before != signal.SIG_IGN:  # as a shell has it for what runs in the background
        signal.signal(signal.SIGINT, lambda *_: interrupted.append(True))
    with subprocess.Popen(words, stdout=output, stderr=output) as running:
        signal.signal(signal.SIGTERM, lambda *_: running.terminate())
        status = running.wait()
    signal.signal(signal.SIGINT, before)
    if interrupted and status:
        raise KeyboardInterrupt
    return status if status >= 0 else 128 - status


def set_up(kind: str, said: str = "Setting up (once) ...") -> None:
    """Make the .venv and install the locked packages, if that has not been done yet."""
    if os.path.lexists(VENV) and not fits():
        sys.stderr.write(f"{VENV} was made by another Python than the one here now; it is made anew.\n")
        remove_venv()
        if os.path.abspath(sys.executable) == os.path.abspath(PYTHON):  # so this one has just been deleted
            start_anew()
    if not os.path.exists(PYTHON):
        make_venv()
    requirements, stamp = REQUIREMENTS[kind], os.path.join(VENV, kind)
    if is_older(stamp, requirements):
        print(said, flush=True)
        if not os.access(VENV, os.W_OK):
            raise Stopped(f"Nothing can be written in {VENV}: permission is missing.")
        pip = (PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes")
        if done(*pip, "-r", requirements):
            raise Stopped(f"{OFFLINE} They are there for Python 3.11 to 3.14.")
        for name in {kind, SITE}:
            with open(os.path.join(VENV, name), "wb"):
                pass


def set_up_node() -> None:
    """Install what measures pages."""
    set_up(SITE)
    if is_older(
        os.path.join("bench", "node_modules", ".package-lock.json"), os.path.join("bench", "package-lock.json")
    ):
        npm = program("npm")
        print("Setting up for the measurements (once) ...", flush=True)
        if done(npm, "ci", "--prefix=bench", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"):
            raise Stopped(OFFLINE)


NEEDS = {
    NOTHING: lambda: None,
    SITE: lambda: set_up(SITE),
    TEST: lambda: set_up(TEST, "Setting up for the tests (once) ..."),
    NODE: set_up_node,
}


def is_older(made: str, source: str) -> bool:
    """Tell whether a file is missing, or older than what it is made from."""
    return not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source)


def fits() -> bool:
    """Tell whether the .venv works: a Python that was renewed, or is gone, leaves one behind in which nothing does."""
    settings = os.path.join(VENV, "pyvenv.cfg")
    if os.path.exists(settings) and os.path.exists(PYTHON) and os.path.samefile(PYTHON, sys.executable):
        with open(settings, encoding="utf-8") as file:  # the same Python: it need not be started to be asked
            return "= {}.{}.".format(*sys.version_info) in file.read()
    asked = f'import sys; sys.exit("= %d.%d." % sys.version_info[:2] not in open({settings!r}).read())'
    try:
        return not done(PYTHON, "-IS", "-c", asked, quiet=True)
    except OSError:
        return False


def remove_venv() -> None:
    """Delete the .venv, or a link to one."""
    import shutil

    if os.path.islink(VENV):
        os.unlink(VENV)
    else:
        shutil.rmtree(VENV, ignore_errors=True)


def start_anew() -> None:
    """Become the Python that `make` would take where there is no .venv."""
    python = os.environ.get("PYTHON") or "python3"
    try:
        os.execvp(python, [python, "-IS", "run.py", *sys.argv[1:]])
    except OSError:
        raise Stopped("Python 3.11 or newer is needed. Install it, or name it: make PYTHON=...") from None


def make_venv() -> None:
    """Make the .venv with the Python that this runs in."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file must begin with an older one, to say so)
        found = "Python {}.{}.{} was found".format(*sys.version_info)
        raise Stopped(f"Python 3.11 or newer is needed, {found}. Name another: {OTHER_PYTHON}")
    if done(sys.executable, "-c", "import ensurepip, venv", quiet=True):
        raise Stopped("Python has no venv. On Debian: apt install python3-venv")
    if not os.access(".", os.W_OK):
        raise Stopped("Nothing can be written in this folder: permission is missing.")
    remove_venv()
    if done(sys.executable, "-m", "venv", VENV):
        remove_venv()
        raise Stopped(f"The folder {VENV} could not be made. Is the disk full?")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stopped as stopped:
        sys.exit(str(stopped))
    except KeyboardInterrupt:
        sys.exit(130)
