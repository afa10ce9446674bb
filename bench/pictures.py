"""How long a photograph takes from the file of a phone to what is published, the first time and again.

    .venv/bin/python bench/pictures.py [ROUNDS]

A photograph of 12 megapixels is drawn, in the formats in which people have it. Each round reads it and makes all its
files; then a small site with it is published twice, as whole processes, beside the same site without it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PIL import Image, ImageChops, ImageDraw
from pillow_heif import register_heif_opener

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "coalitions" / "small"
SIZE = (4032, 3024)
NOISE = ((32, 120), (4, 60), (1, 18))  # each so many dots wide, and so strong
FORMATS = {"jpg": {"quality": 96}, "heic": {"quality": 60}, "png": {"compress_level": 1}, "webp": {"method": 0}}
PAGE = "---\ntitle: Picture\ndescription: A picture.\n---\n\n![Our office]({static}/images/photo.jpg)\n"
LISTED = "images:\n  - {file: photo.jpg, rights: Drawn to measure, people: no}\n"


def photograph() -> Image.Image:
    """Return a picture as rich as a photograph: noise of three sizes, soft colors and sharp edges."""
    coarse, fine, grain = (Image.effect_noise((SIZE[0] // by, SIZE[1] // by), much) for by, much in NOISE)
    light = Image.linear_gradient("L").resize(SIZE)
    base = Image.blend(coarse.resize(SIZE), fine.resize(SIZE), 0.4)
    bands = [ImageChops.add(Image.blend(base, light.rotate(turn), 0.4), grain, 2) for turn in (0, 90, 180)]
    image = Image.merge("RGB", bands)
    pen = ImageDraw.Draw(image)
    for number in range(60):
        left, top, size = number * 997 % SIZE[0], number * 613 % SIZE[1], 50 + number * 37 % 500
        pen.ellipse((left, top, left + size, top + size), fill=(number * 4, 255 - number * 3, number * 53 % 255))
    return image


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return how long some work takes, the median of some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def publishing(content: Path, scratch: Path) -> float:
    """Return how long a whole publish takes, with what the one before has stored."""
    command = [sys.executable, "-m", "pelican", content, "-s", ROOT / "publishconf.py", "-o", scratch / "public"]
    settings = ["-e", f'CACHE_PATH="{scratch / "cache"}"']
    return seconds(lambda: subprocess.run([*command, *settings], cwd=ROOT, check=True, capture_output=True), 1)


def main(rounds: int) -> None:
    """Print the times."""
    sys.path.insert(0, str(ROOT / "plugins"))
    from sources.formats.picture_files import made
    from sources.formats.raster import read_picture

    register_heif_opener()
    with tempfile.TemporaryDirectory() as folder:
        scratch, image = Path(folder), photograph()
        print("format     MB   read s   make s   kB of each file")
        for ending, options in FORMATS.items():
            path = scratch / f"photo.{ending}"
            image.save(path, **options)
            picture = read_picture(path, f"images/photo.{ending}")
            reading = seconds(lambda path=path: read_picture(path, f"images/{path.name}"), rounds)
            making = seconds(lambda path=path, picture=picture: made(path, picture), rounds)
            kilobytes = [len(held) // 1000 for held in made(path, picture).values()]
            print(f"{ending:8} {path.stat().st_size / 1e6:4.1f} {reading:8.2f} {making:8.2f}   {kilobytes}")
        content = Path(shutil.copytree(SMALL, scratch / "content"))
        publishing(content, scratch)
        without = median(publishing(content, scratch) for _ in range(rounds))
        (content / "images").mkdir()
        shutil.copy(scratch / "photo.jpg", content / "images")
        (content / "pages" / "picture.md").write_text(PAGE, "utf-8")
        (content / "data" / "images.yaml").write_text(LISTED, "utf-8")
        first = publishing(content, scratch)
        again = median(publishing(content, scratch) for _ in range(rounds))
        print(f"publish without {without:.2f} s, with the photograph first {first:.2f} s, again {again:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
