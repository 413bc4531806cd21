"""What is built and handed out: the wheel and the source archive."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newsclaims"

pytestmark = pytest.mark.install


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that is made from it."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(folder), cwd=ROOT)
    with tarfile.open(only(folder, "*.tar.gz")) as archive:
        archive.extractall(folder, filter="data")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=only(folder, "newsclaims-*/"))
    return folder


def only(folder: Path, pattern: str) -> Path:
    [path] = folder.glob(pattern)
    return path


def run(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603 - our own words


def package_files() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_and_nothing_else(built: Path) -> None:
    wheel = only(built, "*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as files:
        names = set(files.namelist())
    info = {name for name in names if name.split("/")[0].endswith(".dist-info")}
    assert names - info == package_files()
    assert {name.rpartition("/")[2] for name in info} == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE"}


def test_the_wheel_has_what_is_no_code(built: Path) -> None:
    with zipfile.ZipFile(only(built, "*.whl")) as files:
        names = files.namelist()
    assert "newsclaims/py.typed" in names
    assert {name.rpartition(".")[2] for name in names if name.startswith("newsclaims/")} == {
        "py",
        "typed",
        "tsv",
        "txt",
        "css",
        "js",
        "json",
    }


def test_the_wheel_is_the_same_to_the_byte_whoever_builds_it(built: Path, tmp_path: Path) -> None:
    source = only(built, "newsclaims-*/")
    copy = tmp_path / "elsewhere"
    shutil.copytree(source, copy, copy_function=shutil.copyfile)  # other times
    for path in copy.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path), cwd=copy)
    assert only(tmp_path, "*.whl").read_bytes() == only(built, "*.whl").read_bytes()


def test_the_source_archive_can_be_worked_on(built: Path) -> None:
    source = only(built, "newsclaims-*/")
    for name in ("Makefile", "pyproject.toml", "conftest.py", "CONTRIBUTING.md", "tests/test_package.py", "docs/conf.py", "fuzz/fuzz.py"):
        assert (source / name).is_file(), name
    assert not list(source.rglob("__pycache__"))


def test_it_is_installed_without_a_compiler(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=True)
    run(str(tmp_path / "bin" / "python"), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", str(only(built, "*.whl")))
    text = tmp_path / "text.txt"
    text.write_text("“The pier is shut,” said Ada Brenn.", encoding="utf-8")
    assert "Ada Brenn" in run(str(tmp_path / "bin" / "newsclaims"), "extract", str(text), cwd=tmp_path)
