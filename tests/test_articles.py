"""What goes in is looked at where it goes in: ids, metadata and dates; one for each of many texts."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable
from typing import Any

import pytest

from newsclaims import Article, Document, Extractor, extract

TEXT = "“It rained last week,” said Orla Vane."


class Nothing(float):
    """As data frames say it."""


Nothing.__name__ = "NAType"


@pytest.mark.parametrize(
    "given, kept",
    [
        (datetime.date(2024, 5, 3), "2024-05-03"),
        (datetime.datetime(2024, 5, 3, 10, 30, tzinfo=datetime.timezone.utc), "2024-05-03T10:30:00+00:00"),
        ("2024-05-03", "2024-05-03"),
        (float("nan"), None),
        (Nothing(), None),
        (("a", 1), ["a", 1]),
        ({"a": [datetime.date(2024, 1, 1)]}, {"a": ["2024-01-01"]}),
        (True, True),
    ],
)
def test_metadata_is_kept_such_as_json_gives_back(given: Any, kept: Any) -> None:
    document = extract(TEXT, id="a", metadata={"date": given})
    assert document.metadata == {"date": kept}
    assert Document.from_json(document.to_json()) == document


def test_numbers_and_dates_of_data_frames_are_kept() -> None:
    pandas = pytest.importorskip("pandas")
    row = pandas.DataFrame({"date": pandas.to_datetime(["2024-05-03"]), "n": [3], "none": [pandas.NaT]}).iloc[0]
    document = extract(TEXT, metadata=row.to_dict())
    assert document.metadata == {"date": "2024-05-03T00:00:00", "n": 3, "none": None}
    assert type(document.metadata["n"]) is int
    stamp = pandas.Series(pandas.to_datetime(["2024-05-03"])).to_numpy()[0]
    assert str((extract(TEXT, metadata={"date": stamp}).metadata or {})["date"]).startswith("2024-05-03T00:00")


@pytest.mark.parametrize("date", [datetime.date(2024, 5, 10), "2024-05-10", datetime.datetime(2024, 5, 10, 8)])
def test_a_date_is_reckoned_from(date: Any) -> None:
    document = extract(TEXT, metadata={"date": date})
    assert [each.iso for claim in document.claims for each in claim.dates] == ["2024-04-29/2024-05-05"]
    assert document.warnings == ()


@pytest.mark.parametrize("date", ["03.05.2024", "May", "", 2024])
def test_what_is_no_date_is_said(date: Any) -> None:
    [warning] = extract(TEXT, metadata={"date": date}).warnings
    assert "metadata 'date'" in warning


@pytest.mark.parametrize(
    "more, message",
    [
        ({"id": 5}, "id must be a str or None, not int: write str(5)"),
        ({"metadata": [1]}, "metadata must be a mapping or None, not list"),
        ({"metadata": {"a": {1, 2}}}, r"metadata['a']: JSON cannot hold a set"),
        ({"metadata": {"a": [{1: 2}]}}, r"metadata['a'][0]: the key 1 must be a str"),
        ({"metadata": {"a": float("inf")}}, r"metadata['a']: JSON has no inf"),
    ],
)
def test_what_is_wrong_is_refused(more: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        extract(TEXT, **more)
    assert message in str(caught.value)
    many: dict[str, Any] = {"ids" if name == "id" else name: [None, value] for name, value in more.items()}
    with pytest.raises(TypeError) as caught:
        list(Extractor().pipe([TEXT, TEXT], **many))
    assert f"text 1: {message}" in str(caught.value)


def test_metadata_that_never_ends_is_refused() -> None:
    deep: Any = {}
    deep["a"] = deep
    with pytest.raises(TypeError, match="nested deeper than 90 levels"):
        extract(TEXT, metadata=deep)


@pytest.mark.parametrize("text", ["article.txt", "  data/news/a.html\n", "https://news.example/a"])
def test_the_name_of_a_file_is_no_article(text: str) -> None:
    [warning] = extract(text).warnings
    assert "the text is only" in warning


def test_a_path_is_warned_of_where_it_is_seen(caplog: pytest.LogCaptureFixture) -> None:
    extract("a.txt")
    assert "looks like the name of a file: read the file first, as in Path('a.txt').read_text()" in caplog.text


@pytest.mark.parametrize("text", ["He wrote a.txt", "Rain.", "", "No txt"])
def test_a_short_text_is_no_file(text: str) -> None:
    assert extract(text).warnings == ()


def test_an_article_brings_what_is_known_of_it() -> None:
    article = Article(TEXT, title="Rain", date="2024-05-10", url="https://news.example/rain")
    document = extract(article)
    assert (document.id, document.text) == ("https://news.example/rain", TEXT)
    assert document.metadata == {"title": "Rain", "date": "2024-05-10", "url": "https://news.example/rain"}
    assert extract(article, id="a", metadata={"title": "Snow"}).metadata == {**document.metadata, "title": "Snow"}
    assert extract(article, id="a").id == "a"
    assert [each.id for each in Extractor().pipe([article])] == ["https://news.example/rain"]


@pytest.mark.parametrize("workers", [1, 2])
def test_many_texts_keep_their_ids_and_metadata(workers: int) -> None:
    metadata = ({"date": datetime.date(2024, 5, number)} for number in range(1, 6))
    documents = list(Extractor().pipe([TEXT] * 5, ids=iter("abcde"), metadata=metadata, workers=workers, batch_size=2))
    assert [(each.id, each.metadata) for each in documents] == [(name, {"date": f"2024-05-0{at}"}) for at, name in enumerate("abcde", 1)]


def test_ids_go_with_tuples_too() -> None:
    [(document, thing)] = Extractor().pipe([(TEXT, 7)], ids=["a"], as_tuples=True)
    assert (document.id, thing) == ("a", 7)


@pytest.mark.parametrize(
    "texts, more, message",
    [
        ([TEXT] * 3, {"ids": ["a"]}, "1 ids for 3 texts"),
        ([TEXT], {"metadata": [{}, {}]}, "2 metadata for 1 texts"),
        (iter([TEXT] * 3), {"ids": iter("a")}, "ids end before the texts do: none for text 1"),
    ],
)
def test_each_text_has_one_id(texts: Iterable[str], more: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(Extractor().pipe(texts, **more))


@pytest.mark.parametrize(
    "texts, more",
    [("a text", {}), ([TEXT], {"ids": "a"}), ([TEXT], {"metadata": {"date": "2024-05-03"}})],
    ids=["texts", "ids", "metadata"],
)
def test_one_is_not_many(texts: Any, more: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="must hold one for each text"):
        Extractor().pipe(texts, **more)


def test_metadata_may_go_on_for_ever() -> None:
    metadata: Iterable[Any] = itertools.repeat({"outlet": "Courier"})
    assert [each.metadata for each in Extractor().pipe([TEXT], metadata=metadata)] == [{"outlet": "Courier"}]


def test_what_cannot_be_read_keeps_its_id() -> None:
    texts: list[Any] = [TEXT, None]
    _, broken = Extractor().pipe(texts, ids=["a", "b"], on_error="record")
    assert (broken.id, broken.warnings) == ("b", ("TypeError: text 1: text must be a str, not NoneType",))


def test_progress_is_shown_where_it_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    list(Extractor().pipe([TEXT], progress=True))
    assert "1/1" in capsys.readouterr().err
    list(Extractor().pipe([TEXT]))
    assert capsys.readouterr().err == ""
