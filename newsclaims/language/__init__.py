"""The words of a language: lists and tables in text files, no code.

A language is a folder. ``NAME.txt`` is a list, one word or phrase a line; ``NAME.tsv`` is a table,
a word and its value parted by a tab. ``#`` opens a comment, which gives the reason of a group. Folders inside it are for whoever
looks for a file: a list goes by its name alone.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from newsclaims.errors import LanguageError
from newsclaims.language.schema import Entry, entries, near
from newsclaims.shown import Shown

HERE = Path(__file__).parent


def _frozen_lists(value: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in value.items()}


def _copied_tables(value: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    return {name: dict(table) for name, table in value.items()}


@attrs.frozen(eq=False, repr=False)
class Language(Shown):
    """The word lists and tables of one language, read by every finder; never changed in place.

    ``lists`` maps a list's name (``"titles"``) to its words, ``tables`` a table's name (``"cues"``)
    to a word -> value mapping. Use :meth:`extend` to add words by value.
    """

    _shows = ("name", "lists", "tables")

    name: str
    lists: Mapping[str, frozenset[str]] = attrs.field(converter=_frozen_lists, repr=False)
    tables: Mapping[str, Mapping[str, str]] = attrs.field(converter=_copied_tables, repr=False)

    def words(self, name: str) -> frozenset[str]:
        """The list of that name.

        Raises:
            LanguageError: there is no such list; the message names those there are.
        """
        try:
            return self.lists[name]
        except KeyError:
            raise LanguageError(f"language {self.name!r} has no list {name!r}; {_known(name, self.lists)}") from None

    def table(self, name: str) -> Mapping[str, str]:
        """The table of that name.

        Raises:
            LanguageError: there is no such table; the message names those there are.
        """
        try:
            return self.tables[name]
        except KeyError:
            raise LanguageError(f"language {self.name!r} has no table {name!r}; {_known(name, self.tables)}") from None

    def extend(self, **more: Mapping[str, str] | Iterable[str]) -> Language:
        """A new language with more words: a list takes words, a table takes word -> value.

        >>> ours = load_language("en").extend(cues={"quip": "say"}, titles=["Taoiseach"])
        >>> "Taoiseach" in ours.words("titles")
        True

        Raises:
            LanguageError: no list or table of that name, or a word or value that cannot stand in it.
        """
        lists, tables = dict(self.lists), {name: dict(table) for name, table in self.tables.items()}
        for name, value in more.items():
            if name in tables:
                tables[name].update(self._checked_rows(name, value))
            elif name in lists:
                lists[name] |= self._checked_words(name, value)
            else:
                raise LanguageError(f"language {self.name!r} has no list or table {name!r}; {_known(name, [*lists, *tables])}")
        return attrs.evolve(self, lists=lists, tables=tables)

    def check_complete(self) -> None:
        """Sees to it that every list and table is there that the package reads.

        Raises:
            LanguageError: some are not; names them all.
        """
        missing = entries().keys() - self.lists.keys() - self.tables.keys()
        if missing:
            raise LanguageError(f"language {self.name!r} lacks {len(missing)} lists and tables: {', '.join(sorted(missing))}")

    def _checked_rows(self, name: str, value: object) -> dict[str, str]:
        if not isinstance(value, Mapping) or not all(isinstance(x, str) for row in value.items() for x in row):
            raise LanguageError(f"{name!r} is a table: pass a mapping of str to str, not {value!r:.80}")
        entry = entries().get(name)
        if entry is not None:
            for word, told in value.items():
                _refuse(entry.wrong_row(word, told), f"{name!r}, {word!r}: ")
        return dict(value)

    def _checked_words(self, name: str, value: object) -> frozenset[str]:
        if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
            raise LanguageError(f"{name!r} is a list of words: pass an iterable of str, not {value!r:.80}")
        words = tuple(value)
        if not all(isinstance(word, str) and word for word in words):
            raise LanguageError(f"{name!r} is a list of words: every one must be a str that is not empty")
        entry = entries().get(name)
        if entry is not None:
            for word in words:
                _refuse(entry.wrong_word(word), f"{name!r}: ")
        return frozenset(words)


def _known(name: str, names: Iterable[str]) -> str:
    return f"{near(name, names)}it has: {', '.join(sorted(names))}"


def _refuse(wrong: str | None, before: str = "", *, path: str | None = None, line: int | None = None) -> None:
    if wrong is not None:
        raise LanguageError(before + wrong, path=path, line=line)


def load_language(name: str | os.PathLike[str]) -> Language:
    """The language shipped under that name (``"en"``), the one in the folder with that path, or one that an installed package offers.

    A ``Path`` is always one of a folder.

    >>> load_language("en").name
    'en'

    Raises:
        LanguageError: no such language, or a file in it that cannot be read; names file and line.
    """
    if not isinstance(name, str):
        return brought_language(str(Path(name)))
    return _shipped(name) if name.isidentifier() and _is_folder(HERE / name) else brought_language(name)


def has_shipped_list(name: str) -> bool:
    """Whether English has a list of words of that name; no list is read for it.

    >>> has_shipped_list("weekdays"), has_shipped_list("weakdays")
    (True, False)
    """
    return name.isidentifier() and any((HERE / "en").glob(f"*/{name}.txt"))


@functools.cache  # so that a shipped language is one and the same however many others are read
def _shipped(name: str) -> Language:
    return _read(HERE / name, entries={})  # the tests have checked it


@functools.lru_cache(maxsize=8)
def brought_language(name: str) -> Language:
    """A language that is not shipped: that of a folder or of an installed package; see :func:`load_language`."""
    if name and _is_folder(name):
        return _read(Path(name), entries())
    offer = _offered(name)
    if offer is not None:
        return offer
    known = ", ".join(sorted(p.name for p in HERE.iterdir() if p.is_dir() and not p.name.startswith("_")))
    raise LanguageError(f"no language {name!r}: give a folder of word lists, or one of: {known}")


def _is_folder(name: str | Path) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        return False


def _read(folder: Path, entries: Mapping[str, Entry]) -> Language:
    lists = {name: frozenset(_listed(path, entries.get(name))) for name, path in _files(folder, ".txt").items()}
    tables = {name: dict(_cells(path, entries.get(name))) for name, path in _files(folder, ".tsv").items()}
    if not lists and not tables:
        raise LanguageError("holds no word list (*.txt) and no table (*.tsv)", path=str(folder))
    return Language(folder.name, lists, tables)


def _files(folder: Path, ending: str) -> dict[str, Path]:
    """The files of a folder and of the folders in it, by name."""
    files: dict[str, Path] = {}
    for path in sorted((*folder.glob(f"*{ending}"), *folder.glob(f"*/*{ending}"))):
        if path.stem in files:
            raise LanguageError(f"{path.stem!r} is there twice: {files[path.stem]} too", path=str(path))
        files[path.stem] = path
    return files


def _offered(name: str) -> Language | None:
    """The language that an installed package offers under a name: a :class:`Language`, or the path of a folder of word lists."""
    from newsclaims.plugins import LANGUAGES, load

    offer = load(LANGUAGES, name, lambda problem: LanguageError(f"the language {problem}"))
    if offer is None or isinstance(offer, Language):
        return offer
    if isinstance(offer, str | Path) and Path(offer).is_dir():
        return load_language(str(offer))
    raise LanguageError(f"the language {name!r} of an installed package is neither a Language nor the path of a folder: {offer!r:.80}")


def _rows(path: Path) -> Iterable[tuple[int, str]]:
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LanguageError(f"is not UTF-8 at byte {error.start}", path=str(path)) from None
    except OSError as error:
        raise LanguageError(f"cannot be read: {error.strerror}", path=str(path)) from None
    for number, line in enumerate(content.split("\n"), 1):
        word = line.split("#", 1)[0].strip()
        if word:
            yield number, word


def _listed(path: Path, entry: Entry | None) -> Iterable[str]:
    if entry is not None and entry.kind == "table":
        raise LanguageError(f"{entry.name!r} is a table: {entry.name}.tsv, with a word, a tab and a value in each row", path=str(path))
    for number, word in _rows(path):
        if entry is not None:
            _refuse(entry.wrong_word(word), path=str(path), line=number)
        yield word


def _cells(path: Path, entry: Entry | None) -> Iterable[tuple[str, str]]:
    if entry is not None and entry.kind == "list":
        raise LanguageError(f"{entry.name!r} is a list: {entry.name}.txt, with a word in each row", path=str(path))
    seen: dict[str, int] = {}
    for number, row in _rows(path):
        cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
        if len(cells) != 2:
            raise LanguageError(f"a row is a word, a tab and a value, not {row!r}", path=str(path), line=number)
        if cells[0] in seen:
            raise LanguageError(f"{cells[0]!r} stands already on line {seen[cells[0]]}", path=str(path), line=number)
        if entry is not None:
            _refuse(entry.wrong_row(cells[0], cells[1]), path=str(path), line=number)
        seen[cells[0]] = number
        yield cells[0], cells[1]
