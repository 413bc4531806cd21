"""Languages: folders of word lists and tables, extended by value, refused by file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsclaims.errors import LanguageError
from newsclaims.language import HERE, Language, load_language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "nn"
    path.mkdir()
    (path / "titles.txt").write_text("# who is spoken to so\nHerr\nFru  # married or not\n\n", encoding="utf-8")
    (path / "cues.tsv").write_text("seie\tsay\nnekte\tdeny # and its forms\n", encoding="utf-8")
    return path


def test_english_is_shipped_and_loaded_once() -> None:
    assert load_language("en").name == "en"
    assert load_language("en") is load_language("en")


def test_every_shipped_file_is_a_list_or_a_table_with_something_in_it() -> None:
    english = load_language("en")
    names = {path.stem for path in (HERE / "en").glob("*/*")}
    assert names == {*english.lists, *english.tables}
    assert all(english.words(name) for name in english.lists)
    assert all(english.table(name) for name in english.tables)


def test_a_folder_is_a_language(folder: Path) -> None:
    language = load_language(str(folder))
    assert language.name == "nn"
    assert language.words("titles") == {"Herr", "Fru"}
    assert language.table("cues") == {"seie": "say", "nekte": "deny"}


def test_windows_line_ends(folder: Path) -> None:
    (folder / "titles.txt").write_bytes(b"Herr\r\nFru\r\n")
    (folder / "cues.tsv").write_bytes(b"seie\tsay\r\n")
    language = load_language(str(folder))
    assert language.words("titles") == {"Herr", "Fru"}
    assert language.table("cues") == {"seie": "say"}


def test_extend_gives_a_new_language_and_leaves_the_old_one(folder: Path) -> None:
    old = load_language(str(folder))
    new = old.extend(titles=["Frk"], cues={"hevde": "claim", "seie": "tell"})
    assert new.words("titles") == {"Herr", "Fru", "Frk"}
    assert new.table("cues") == {"seie": "tell", "nekte": "deny", "hevde": "claim"}
    assert old.words("titles") == {"Herr", "Fru"}
    assert old.table("cues") == {"seie": "say", "nekte": "deny"}
    assert new.name == old.name


def test_a_language_is_its_own_value() -> None:
    one, other = Language("x", {"a": ["b"]}, {}), Language("x", {"a": ["b"]}, {})
    assert one != other
    assert len({one, other, one}) == 2


@pytest.mark.parametrize(
    "more, words",
    [
        ({"nothing": ["x"]}, "has no list or table 'nothing'; it has: cues, titles"),
        ({"titles": "Frk"}, "'titles' is a list of words: pass an iterable of str"),
        ({"titles": {"Frk": "x"}}, "'titles' is a list of words: pass an iterable of str"),
        ({"titles": 5}, "'titles' is a list of words: pass an iterable of str"),
        ({"titles": ["Frk", ""]}, "'titles' is a list of words: every one must be a str that is not empty"),
        ({"titles": ["Frk", None]}, "'titles' is a list of words: every one must be a str that is not empty"),
        ({"titles": [["Frk"]]}, "'titles' is a list of words: every one must be a str that is not empty"),
        ({"cues": ["hevde"]}, "'cues' is a table: pass a mapping of str to str"),
        ({"cues": {"hevde": 1}}, "'cues' is a table: pass a mapping of str to str"),
    ],
)
def test_what_cannot_extend(folder: Path, more: dict[str, Any], words: str) -> None:
    with pytest.raises(LanguageError, match=words):
        load_language(str(folder)).extend(**more)


def test_unknown_lists_and_tables_are_errors_that_list_the_known(folder: Path) -> None:
    language = load_language(str(folder))
    with pytest.raises(LanguageError, match="'nn' has no list 'cues'; it has: titles"):
        language.words("cues")
    with pytest.raises(LanguageError, match="'nn' has no table 'titles'; it has: cues"):
        language.table("titles")


def test_a_list_is_found_in_a_folder_of_its_own(folder: Path) -> None:
    (folder / "places").mkdir()
    (folder / "places" / "rivers.txt").write_text("Orr\n", encoding="utf-8")
    assert load_language(folder).words("rivers") == {"Orr"}


def test_a_list_that_is_there_twice_is_an_error_that_names_both(folder: Path) -> None:
    (folder / "people").mkdir()
    (folder / "people" / "titles.txt").write_text("Herr\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"'titles' is there twice: .*titles\.txt"):
        load_language(folder)


@pytest.mark.parametrize("name", ["", "xx", "en/titles.txt", "/nowhere/at/all", "language", "a" * 5000, "a\0b"])
def test_unknown_languages_are_errors_that_list_the_known(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LanguageError, match=r"no language .*: give a folder of word lists, or one of: en"):
        load_language(name)


def test_a_folder_without_lists(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="holds no word list") as caught:
        load_language(str(tmp_path))
    assert caught.value.path == str(tmp_path)


@pytest.mark.parametrize(
    "rows, line, words",
    [
        ("seie\tsay\nnekte deny\n", 2, "a row is a word, a tab and a value"),
        ("# reason\n\nseie\tsay\tclaim\n", 3, "a row is a word, a tab and a value"),
        ("seie\tsay\nnekte\tdeny\nseie\tclaim\n", 3, "'seie' stands already on line 1"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(folder: Path, rows: str, line: int, words: str) -> None:
    path = folder / "cues.tsv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(LanguageError, match=words) as caught:
        load_language(str(folder))
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert str(caught.value).startswith(f"{path}, line {line}: ")


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    path = folder / "titles.txt"
    path.write_bytes("Frøken".encode("latin-1"))
    with pytest.raises(LanguageError, match="is not UTF-8 at byte 2") as caught:
        load_language(str(folder))
    assert caught.value.path == str(path)


def test_a_list_that_is_a_folder(folder: Path) -> None:
    (folder / "months.txt").mkdir()
    with pytest.raises(LanguageError, match="cannot be read"):
        load_language(str(folder))


def test_a_shipped_language_is_one_and_the_same_however_many_are_read(tmp_path: Path) -> None:
    shipped = load_language("en")
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "titles.txt").write_text("Mx.\n", encoding="utf-8")
        load_language(str(folder))
    assert load_language("en") is shipped


def test_a_path_is_that_of_a_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_language(folder) == load_language(str(folder))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LanguageError, match="no language 'nowhere'"):
        load_language(Path("nowhere"))
    english = Path("en")
    english.mkdir()
    (english / "titles.txt").write_text("Mx.\n", encoding="utf-8")
    assert load_language(english) != load_language("en")


def test_what_is_no_name_or_path_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"not '?int'?"):
        load_language(3)  # type: ignore[arg-type]  # the mistake under test
