"""The site: built without a warning, with every page, and with links that lead somewhere."""

from __future__ import annotations

import importlib
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.docs.pages import ROOT

pytestmark = pytest.mark.docs

SOURCES = [path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")]
PUBLIC = ["newsclaims", "newsclaims.claims", "newsclaims.evaluation", "newsclaims.speakers"]


class Page(HTMLParser):
    """The names of the places on a page, and where it links to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        self.links += [target for name in ("href", "src") if (target := given.get(name))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    # In a process of its own: Sphinx changes how modules are imported.
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-d",
        str(out / "doctrees"),
        str(ROOT / "docs"),
        str(out / "html"),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own command
    assert (done.returncode, done.stderr) == (0, "")
    return out / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in site.rglob("*.html")}


def test_every_page_is_there(site: Path) -> None:
    for source in SOURCES:
        assert (site / source).with_suffix(".html").is_file(), source


def test_links_inside_the_site_lead_somewhere(pages: dict[Path, Page]) -> None:
    checked = 0
    for path, page in pages.items():
        for link in map(urlsplit, page.links):
            if link.scheme or link.netloc or path.name == "search.html":
                continue
            target = (path.parent / unquote(link.path)).resolve() if link.path else path
            assert target.is_file(), f"{path.name}: {link.path}"
            assert not link.fragment or target not in pages or unquote(link.fragment) in pages[target].ids, f"{path.name}: {link.geturl()}"
            checked += bool(link.fragment)
    assert checked > 100


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_is_in_the_reference(module: str, pages: dict[Path, Page]) -> None:
    described = set().union(*(page.ids for path, page in pages.items() if path.parent.name == "api"))
    ends = {identifier.rpartition(".")[2] for identifier in described}
    assert [name for name in importlib.import_module(module).__all__ if name not in ends] == []


def test_the_drawing_is_shown(site: Path, pages: dict[Path, Page]) -> None:
    assert any(link.endswith("stages.svg") for link in pages[site / "how-it-works.html"].links)
