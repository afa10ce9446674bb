"""An edit that the preview takes in at once."""

from __future__ import annotations

import contextlib
import io

from conftest import Coalition
from preview.preview import Preview


def edit(preview: Preview, coalition: Coalition, file: str, old: str, new: str) -> None:
    """Replace a text in a file of the content."""
    coalition.change(file, old, new)
    with contextlib.redirect_stdout(io.StringIO()):
        preview.refresh({coalition.content / file})
