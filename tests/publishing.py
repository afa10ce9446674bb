"""Publishing a test's coalition, in this process or apart, with settings of its own, and what a refusal looks like."""

from pathlib import Path

from conftest import ROOT, Built, Coalition, build, build_apart


def publish(coalition: Coalition, *options: str | Path, settings: Path | str = "publishconf.py") -> Built:
    return build(coalition.content, coalition.content.parent / "public", settings, *options)


def publish_apart(coalition: Coalition, *options: str | Path, settings: Path | str = "publishconf.py") -> Built:
    """Publish in a process of its own, which plugins that misbehave cannot outlive."""
    return build_apart(coalition.content, coalition.content.parent / "public", str(settings), *options)


def own_settings(folder: Path, line: str) -> Path:
    """Write settings that are those of production but for one line, and that find plugins in their own folder."""
    path = folder / "conf.py"
    found_in = f"import sys\nsys.path[:0] = [{str(ROOT)!r}, {str(folder)!r}]\n"
    # Python imports publishconf once a process, with the address that the first test gave it.
    afresh = "import os\nCANONICAL = os.environ.get('SITEURL', '')\n"
    path.write_text(f"{found_in}from publishconf import *\n{afresh}THEME = ROOT / 'theme'\n{line}\n")
    return path


def assert_refused(built: Built, message: str) -> None:
    assert 1 == built.status
    assert "nothing was published.\n" in built.said
    assert message in built.said
    assert "Traceback" not in built.said
    assert not built.output.exists()
