"""The schema knows every list, its words and values; what cannot stand in one is refused by file and line, or by key."""

from __future__ import annotations

import ast
import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest

from newsclaims import Extractor
from newsclaims.errors import LanguageError
from newsclaims.language import HERE, load_language
from newsclaims.language.schema import CHECKS, entries

ENGLISH = load_language("en")
PACKAGE = HERE.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A language of somebody's own that has all that English has."""
    return Path(shutil.copytree(HERE / "en", tmp_path / "xx"))


def test_every_shipped_list_and_table_has_a_line_in_the_schema_and_nothing_else_has() -> None:
    kinds = {name: entry.kind for name, entry in entries().items()}
    assert kinds == {**dict.fromkeys(ENGLISH.lists, "list"), **dict.fromkeys(ENGLISH.tables, "table")}, "run make rules-doc"
    assert list(kinds) == sorted(kinds)


@pytest.mark.parametrize("entry", entries().values(), ids=lambda entry: entry.name)
def test_what_is_shipped_can_stand_there(entry: Any) -> None:
    rows = ENGLISH.tables.get(entry.name, {}).items()
    wrong = [entry.wrong_word(word) for word in ENGLISH.lists.get(entry.name, ())] + [entry.wrong_row(*row) for row in rows]
    assert set(wrong) == {None}


@pytest.mark.parametrize("entry", entries().values(), ids=lambda entry: entry.name)
def test_the_schema_says_who_reads_it_and_what_it_is(entry: Any) -> None:
    assert entry.words in ("small", "written", "endings")
    assert (entry.values == "-") == (entry.kind == "list")
    assert entry.values in (*CHECKS, "-") or entry.values.startswith("one of ")
    assert entry.what[0].isupper() or not entry.what[0].isalpha()
    for room in entry.rooms:
        sources = (PACKAGE / room).rglob("*.py") if (PACKAGE / room).is_dir() else [PACKAGE / f"{room}.py"]
        quoted = re.compile(rf"""["']{entry.name}["']""")
        assert any(quoted.search(path.read_text(encoding="utf-8")) for path in sources), room


def test_the_index_of_lists_is_current() -> None:
    docs = PACKAGE.parent / "docs"
    written = runpy.run_path(str(docs / "write_list_index.py"))["index"]()
    assert written == (docs / "list-index.md").read_text(encoding="utf-8"), "run make rules-doc"


@pytest.mark.parametrize(
    "more, told",
    [
        ({"cues": {"Harrumph": "say"}}, "'cues', 'Harrumph': 'Harrumph' is never found: 'cues' is looked up in small letters ('harrumph')"),
        ({"cues": {"harrumph ": "say"}}, "'harrumph ' has white space that no word has"),
        ({"cues": {"": "say"}}, "a word is empty"),
        ({"cues": {"harrumph": "saying"}}, "'saying' is no category; did you mean 'say'? there are: accuse, "),
        ({"cues": {"harrumph": "say obj-taht"}}, "'obj-taht' is no frame; did you mean 'obj-that'? there are: about, "),
        ({"cue_frames": {"sya": "that"}}, "'sya' is no category; did you mean 'say'?"),
        ({"function_words": {"is": "x"}}, "'function_words', 'is': 'x' is no value; there are: according, "),
        ({"claim_words": {"appalling": "opinion | ideals"}}, "'ideals' is no feature; did you mean 'ideal'?"),
        ({"day_words": {"yesterday": "nan"}}, "'nan' is no whole number"),
        ({"fraction_signs": {"½": "nan"}}, "'nan' is no number over 0"),
        ({"magnitudes": {"lot": "1" * 400}}, "is no number over 0"),
        ({"seasons": {"spring": "13"}}, "'13' is no whole number from 1 to 12"),
        ({"named_days": {"Rainday": "02-30"}}, "'02-30' is neither a month with a day (12-25) nor a date (2001-09-11)"),
        ({"currencies": {"qu": "quid"}}, "'quid' is no code of a currency"),
        ({"currencies": {"qu": "GBP x"}}, "'x' is no number over 0"),
        ({"irregular_verbs": {"zing": "zang"}}, "'zang' is not two or three words"),
        ({"units": {"ell": ""}}, "'' is not words"),
        ({"adverb_endings": ["y wise"]}, "'y wise' is no ending of a word"),
        ({"person_nouns": ["Admiral"]}, "'Admiral' is never found"),
        ({"title": ["Frk"]}, "has no list or table 'title'; did you mean 'titles'? it has: "),
    ],
)
def test_what_cannot_stand_there_is_refused_by_its_key(more: dict[str, Any], told: str) -> None:
    with pytest.raises(LanguageError, match=re.escape(told)):
        ENGLISH.extend(**more)


@pytest.mark.parametrize(
    "name, row, told",
    [
        ("day_words.tsv", "yesterday\tnan", "'nan' is no whole number"),
        ("function_words.tsv", "whatsit\tx", "'x' is no value"),
        ("quotation_word_verbs.txt", "a\tb", "'a\\tb' has white space that no word has"),
        ("cues.tsv", "Harrumph\tsay", "'Harrumph' is never found"),
    ],
)
def test_in_a_folder_by_file_and_line(folder: Path, name: str, row: str, told: str) -> None:
    [path] = folder.rglob(name)
    path.write_text(f"# ours\n{row}\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=re.escape(told)) as caught:
        load_language(folder)
    assert (caught.value.path, caught.value.line) == (str(path), 2)


def test_a_list_that_should_be_a_table_and_the_other_way_round(folder: Path) -> None:
    [titles] = folder.rglob("titles.txt")
    titles.rename(titles.with_suffix(".tsv"))
    with pytest.raises(LanguageError, match=r"'titles' is a list: titles\.txt"):
        load_language(folder)
    titles.with_suffix(".tsv").unlink()
    (folder / "cues.txt").write_text("say\n", encoding="utf-8")
    [table] = folder.rglob("cues.tsv")
    table.unlink()
    with pytest.raises(LanguageError, match=r"'cues' is a table: cues\.tsv"):
        load_language(folder)


def test_words_are_words_and_no_patterns(folder: Path) -> None:
    for name in ("ordinal_endings.txt", "credit_labels.txt", "titles.txt"):
        [path] = folder.rglob(name)
        path.write_text("(\n[a-\n.*\n", encoding="utf-8")
    assert Extractor(load_language(folder)).extract("ORREL, March 3rd — “It rained,” said Orla Vane. Photo: A. Lee").quotes


def test_a_language_that_lacks_lists_names_them_all(tmp_path: Path) -> None:
    (tmp_path / "titles.txt").write_text("Herr\n", encoding="utf-8")
    language = load_language(tmp_path)
    assert language.words("titles") == {"Herr"}
    with pytest.raises(LanguageError, match=f"lacks {len(entries()) - 1} lists and tables: abbreviations, ") as caught:
        Extractor(language)
    assert "titles" not in re.split(", |: ", str(caught.value))


def test_a_list_of_ones_own_is_no_error(folder: Path) -> None:
    (folder / "rivers.txt").write_text("Orr\n", encoding="utf-8")
    language = load_language(folder)
    assert language.extend(rivers=["Tern"]).words("rivers") == {"Orr", "Tern"}
    assert Extractor(language).extract("“It rained,” said Orla Vane.").quotes


def test_what_the_page_shows_of_lists_that_people_add_to_can_be_added() -> None:
    page = (Path(__file__).parents[2] / "docs" / "word-lists.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| `(.+)` \|$", page, re.M)
    assert len(rows) >= 12
    for name, example in rows:
        words = ast.literal_eval(example)
        extended = ENGLISH.extend(**{name: words})
        assert set(words) <= set(extended.tables[name] if name in extended.tables else extended.lists[name])
