"""Under which path each file of content is published: what links, the builder and the audit go by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .files import offered_files, published_as
from .formats.raster import Picture
from .formats.sizes import sizes


def published_paths(content: Path, pictures: Mapping[str, Picture]) -> dict[str, str]:
    """Return the path in the output of every file of images/ and extra/, by its path below content.

    A picture of which sizes are made has a path for its link: that of the file which every program reads.
    """
    return {
        file: sizes(pictures[file]).fallback if file in pictures else published_as(file)
        for file in offered_files(content)
    }
