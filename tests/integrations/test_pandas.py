from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from newsclaims import DEFAULT_RULES, Extractor, extract
from newsclaims.errors import MissingExtraError, NewsclaimsError
from newsclaims.formats.dataframe import TYPES
from newsclaims.formats.records import COLUMNS, RECORDS
from newsclaims.integrations.pandas import extract_frame, to_dataframe
from newsclaims.model import Document, What

RAIN, QUAY = "“It rained,” said Orla Vane. “All day,” she said.", "Ivo Karr said that the quay lost 40 ships. “It hurts,” he said."


@pytest.mark.parametrize("what", RECORDS)
@pytest.mark.parametrize("text", [RAIN, QUAY, ""])
def test_columns_and_dtypes_are_always_the_same(what: What, text: str) -> None:
    frame = extract(text).to_dataframe(what)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {name: TYPES[kind] for name, kind in COLUMNS[what].items()}
    assert len(frame) == len(extract(text).to_records(what))


def test_values_are_the_records() -> None:
    document = Extractor().extract(QUAY, id="quay")
    frame = document.to_dataframe("quotes")
    for (_, row), record in zip(frame.iterrows(), document.to_records("quotes"), strict=True):
        assert {name: None if pd.isna(value) else value for name, value in row.items()} == record


def test_frames_of_several_documents() -> None:
    frame = to_dataframe([Extractor().extract(text, id=text[:5]) for text in (RAIN, QUAY, "")])
    assert frame["document"].tolist() == [RAIN[:5]] * 2 + [QUAY[:5]] * 2


def test_a_frame_of_texts() -> None:
    news = pd.DataFrame({"nr": [30, 20, 10, 5], "body": [QUAY, None, RAIN, float("nan")]})
    found = extract_frame(news, text="body", id="nr")
    assert found["document"].tolist() == [30, 30, 10, 10]
    assert found["document"].dtype == news["nr"].dtype
    joined = found.merge(news, left_on="document", right_on="nr")
    assert all(row["body"][row["start"] : row["end"]] for _, row in joined.iterrows())
    assert [row["body"][row["source_start"] : row["source_end"]] for _, row in joined.dropna(subset=["source"]).iterrows()] == [
        "Ivo Karr",
        "he",
        "Orla Vane",
        "she",
    ]


def test_without_an_id_the_index_stands_for_it() -> None:
    news = pd.DataFrame({"text": [RAIN, QUAY]}, index=["a", "b"])
    assert extract_frame(news)["document"].tolist() == ["a", "a", "b", "b"]
    assert extract_frame(news, what="speakers")["name"].tolist() == ["Orla Vane", "Ivo Karr"]


def test_an_index_with_the_same_label_twice() -> None:
    news = pd.DataFrame({"text": [RAIN, QUAY], "id": ["x", "y"]}, index=[0, 0])
    assert extract_frame(news, id="id")["document"].tolist() == ["x", "x", "y", "y"]


def test_no_texts_no_rows() -> None:
    found = extract_frame(pd.DataFrame({"text": [], "id": []}), id="id")
    assert list(found.columns) == list(COLUMNS["quotes"])
    assert len(found) == 0


def test_with_rules_of_one_s_own() -> None:
    news = pd.DataFrame({"text": [RAIN]})
    found = extract_frame(news, extractor=Extractor(rules=DEFAULT_RULES.only("quote-source-cue")))
    assert set(found["rule"].dropna()) == {"quote-source-cue"}


def test_on_two_processes_it_is_the_same() -> None:
    news = pd.DataFrame({"text": [RAIN, QUAY] * 3})
    pd.testing.assert_frame_equal(extract_frame(news, workers=2), extract_frame(news))


def test_what_is_wrong_is_said() -> None:
    with pytest.raises(TypeError, match="column 'text' holds a int, no text, in row 'b'"):
        extract_frame(pd.DataFrame({"text": [RAIN, 7]}, index=["a", "b"]))
    with pytest.raises(KeyError, match="body"):
        extract_frame(pd.DataFrame({"text": [RAIN]}), text="body")
    with pytest.raises(ValueError, match="no records named 'verbs'"):
        extract_frame(pd.DataFrame({"text": [RAIN]}), what="verbs")  # type: ignore[arg-type]  # it is wrong
    with pytest.raises(ValueError, match="no records named 'verbs'"):
        Document("").to_dataframe("verbs")  # type: ignore[arg-type]  # it is wrong


@pytest.mark.parametrize(
    "library, extra, use",
    [
        ("pandas", "pandas", "Document('').to_dataframe()"),
        ("pandas", "pandas", "import newsclaims.integrations.pandas"),
        ("pyarrow", "arrow", "import newsclaims.integrations.arrow"),
        ("pyspark", "spark", "import newsclaims.integrations.spark"),
    ],
)
def test_without_the_library_the_error_says_what_to_install(library: str, extra: str, use: str) -> None:
    code = f"""
import sys
sys.modules[{library!r}] = None
from newsclaims import Document
from newsclaims.errors import MissingExtraError
try:
    {use}
except MissingExtraError as error:
    print(error.library, error.extra, error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    said, _, named = done.stdout.partition(" (or by themselves: pip install ")
    assert said == f"{library} {extra} this needs {library}, which is not installed: pip install 'newsclaims[{extra}]'"
    assert library in named.replace("[sql]", "")


def test_the_error_is_ours_and_an_import_error() -> None:
    assert issubclass(MissingExtraError, NewsclaimsError)
    assert issubclass(MissingExtraError, ImportError)


def test_reading_a_text_imports_no_library_of_an_extra() -> None:
    libraries = "{'pandas', 'pyarrow', 'matplotlib', 'spacy', 'pyspark'}"
    code = f"import sys, newsclaims; newsclaims.extract({RAIN!r}).to_html(); print(sorted({libraries} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent)  # noqa: S603 - our own code
    assert done.stdout == "[]\n"
