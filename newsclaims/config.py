"""An extractor from a file: language, words, aliases, rules, so that a shell, a pipeline and a notebook read alike.

::

    language = "en"
    min_confidence = 0.5
    weights = "weights.tsv"

    [words]
    titles = ["Supt", "Det Insp"]
    cues = { harrumph = "say" }

    [aliases]
    "the Iron Mayor" = "Orla Vane"
    "JR" = { name = "Jane Roe", id = "Q42" }

    [rules]
    without = ["carry-over"]

    [[rules.add]]
    name = "reader-letter"
    template = "{quote} ( From a letter by {source} , {any} )"
    before = "quote-cue-source"

    [[rules.add]]
    name = "live-blog"
    line = "{time} {source}: {content}"
    goes_on = false

    [[rules.add]]
    file = "house_rules.py"
    name = "interviewee"
    before = "carry-over"

    [[rules.add]]
    plugin = "harbour"
"""

from __future__ import annotations

import functools
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import attrs

from newsclaims.confidence import Weights, read_weights
from newsclaims.errors import ConfigError, LanguageError, RuleError
from newsclaims.extractor import Extractor
from newsclaims.language import Language, load_language
from newsclaims.model import Alias
from newsclaims.rulebook import plugins
from newsclaims.rules import DEFAULT_RULES, Rule, RuleSet
from newsclaims.rules.line import LineRule
from newsclaims.rules.pattern import PatternRule
from newsclaims.shown import meant

KEYS = ("language", "min_confidence", "weights", "words", "aliases", "rules")
RULE_KEYS = ("only", "without", "add")
Made = TypeVar("Made")

ADD_KEYS = ("name", "template", "line", "goes_on", "file", "plugin", "before", "after", "replace")
SOURCES = ("template", "line", "file", "plugin")
GOES_ON = "goes_on"
KINDS: Mapping[str, Callable[..., Rule]] = {"template": PatternRule, "line": LineRule}
PLACES = ("before", "after", "replace")


def read_config(path: str | os.PathLike[str]) -> Extractor:
    """The extractor that a file describes; see :meth:`newsclaims.Extractor.from_config`.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or holds a key or value that is wrong; ``key`` names it.
    """
    return _Reader(Path(path)).extractor()


class _Reader:
    """Reads one file; whatever is wrong is told with its key."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = self._toml()

    def extractor(self) -> Extractor:
        data = self._known(self._data, KEYS, "")
        least = data.get("min_confidence", 0.0)
        if not isinstance(least, int | float) or isinstance(least, bool) or not 0 <= least <= 1:
            raise self._wrong("min_confidence", f"must be a number from 0 to 1, not {least!r:.80}")
        made = Extractor(language=self._language(), rules=self._rules(), aliases=self._aliases(), min_confidence=least)
        return attrs.evolve(made, weights=self._weights(data["weights"])) if "weights" in data else made

    def _weights(self, file: Any) -> Weights:
        """What ``newsclaims evaluate --calibrate`` has written to a file beside this one."""
        path = self._path.parent / self._of_type(file, str, "weights", "the name of a file")
        try:
            return self._told("weights", lambda: read_weights(path.read_text(encoding="utf-8"), str(path)))
        except (OSError, ValueError) as error:  # not UTF-8, or a NUL in the name
            raise self._wrong("weights", f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None

    def _toml(self) -> Mapping[str, Any]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except OSError as error:
            raise ConfigError(error.strerror or str(error), str(self._path)) from None
        except UnicodeDecodeError:
            raise ConfigError("not UTF-8", str(self._path)) from None
        try:
            return _parsed(text)
        except ValueError as error:
            raise ConfigError(f"not TOML: {error}", str(self._path)) from None

    def _language(self) -> Language:
        name = self._of_type(self._data.get("language", "en"), str, "language", "the name of a language")
        try:
            language = load_language(name)
        except LanguageError as error:
            raise self._wrong("language", str(error)) from None
        words: Mapping[str, Any] = self._of_type(self._data.get("words", {}), Mapping, "words", "a table of word lists")
        for each, given in words.items():
            key = f"words.{each}"
            known = (*language.lists, *language.tables)
            if each not in known:
                raise self._wrong(key, f"there is no such list of words{meant(each, known)}")
            if each in language.lists:
                self._strings(given, key)
            else:
                table = self._of_type(given, Mapping, key, 'a table, as in { harrumph = "say" }')
                self._strings(list(table.values()), key)
            try:
                language = language.extend(**{each: given})
            except (LanguageError, TypeError, ValueError) as error:
                raise self._wrong(key, str(error)) from None
        return language

    def _aliases(self) -> Mapping[str, str | Alias]:
        aliases: Mapping[str, Any] = self._of_type(self._data.get("aliases", {}), Mapping, "aliases", "a table of names")
        return {name: self._alias(value, f"aliases.{name!r}") for name, value in aliases.items()}

    def _alias(self, value: Any, key: str) -> str | Alias:
        """A name, or a table with a name and an id of one's own."""
        if isinstance(value, Mapping):
            known = self._known(value, ("name", "id"), f"{key}.")
            return Alias(self._of_type(known.get("name"), str, f"{key}.name", "a string"), known.get("id"))
        return str(self._of_type(value, str, key, "the name to go by"))

    def _rules(self) -> RuleSet[Rule]:
        table = self._known(self._of_type(self._data.get("rules", {}), Mapping, "rules", "a table"), RULE_KEYS, "rules.")
        rules = DEFAULT_RULES
        if "only" in table:
            rules = self._told("rules.only", lambda: rules.only(*self._strings(table["only"], "rules.only")))
        for at, each in enumerate(self._of_type(table.get("add", []), list, "rules.add", "a list, each in [[rules.add]]")):
            rules = self._added(rules, each, f"rules.add[{at}]")
        return self._told("rules.without", lambda: rules.without(*self._strings(table.get("without", []), "rules.without")))

    def _added(self, rules: RuleSet[Rule], entry: Any, key: str) -> RuleSet[Rule]:
        table = self._known(self._of_type(entry, Mapping, key, "a table"), ADD_KEYS, f"{key}.")
        for name, value in table.items():
            self._of_type(value, *((bool, f"{key}.{name}", "true or false") if name == GOES_ON else (str, f"{key}.{name}", "a string")))
        if GOES_ON in table and "line" not in table:
            raise self._wrong(f"{key}.{GOES_ON}", "is only for a rule with 'line'")
        for kinds in (SOURCES, PLACES):
            if len([kind for kind in kinds if kind in table]) > 1:
                raise self._wrong(key, f"has more than one of {', '.join(kinds)}")
        added = self._new_rules(table, key)
        place = next((kind for kind in PLACES if kind in table), None)
        if place is None:
            return self._told(key, lambda: RuleSet((*added, *rules)))
        where: Callable[..., RuleSet[Rule]] = getattr(rules, place)
        return self._told(f"{key}.{place}", lambda: where(table[place], *added))

    def _new_rules(self, table: Mapping[str, Any], key: str) -> Iterable[Rule]:
        for kind, build in KINDS.items():
            if kind in table:
                if "name" not in table:
                    raise self._wrong(key, f"a rule with {kind!r} needs a name")
                how = {GOES_ON: table[GOES_ON]} if GOES_ON in table else {}
                return [self._told(f"{key}.{kind}", functools.partial(build, table["name"], table[kind], **how))]
        if "file" in table:
            return self._of_file(table["file"], table.get("name"), key)
        if "plugin" in table:
            offered = self._told(f"{key}.plugin", lambda: plugins.load(table["plugin"]))
            return offered if "name" not in table else [self._told(f"{key}.name", lambda: offered[table["name"]])]
        raise self._wrong(key, f"has none of {', '.join(SOURCES)}")

    def _of_file(self, file: str, name: str | None, key: str) -> Sequence[Rule]:
        """The rules of a Python file, which is run: all of them in order, or the one of that name."""
        path = self._path.parent / file
        spec = importlib.util.spec_from_file_location(f"_newsclaims_rules_{path.stem}", path)
        if spec is None or spec.loader is None:
            raise self._wrong(f"{key}.file", f"{path} is no Python file")
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            raise self._wrong(f"{key}.file", f"{path} cannot be run: {type(error).__name__}: {error}") from error
        found = [each for each in vars(module).values() if _is_rule(each) and each not in tuple(DEFAULT_RULES)]
        if name is None:
            if not found:
                raise self._wrong(f"{key}.file", f"{path} has no rules")
            return found
        named = [
            each for each in (*found, vars(module).get(name)) if _is_rule(each) and (each.name == name or each is vars(module).get(name))
        ]
        if not named:
            raise self._wrong(f"{key}.name", f"{path} has no rule {name!r}{meant(name, [each.name for each in found])}")
        return named[:1]

    def _told(self, key: str, make: Callable[[], Made]) -> Made:
        """What is made, or what is wrong with it, by its key."""
        try:
            return make()
        except (RuleError, KeyError) as error:
            raise self._wrong(key, str(error)) from None

    def _known(self, table: Mapping[str, Any], keys: Sequence[str], prefix: str) -> Mapping[str, Any]:
        for name in table:
            if name not in keys:
                raise self._wrong(f"{prefix}{name}", f"is not known{meant(name, keys) or '; there are: ' + ', '.join(keys)}")
        return table

    def _of_type(self, value: Any, kind: Any, key: str, words: str) -> Any:
        if isinstance(value, kind):
            return value
        raise self._wrong(key, f"must be {words}, not {value!r:.80}")

    def _strings(self, value: Any, key: str) -> list[str]:
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        raise self._wrong(key, f"must be a list of strings, not {value!r:.80}")

    def _wrong(self, key: str, problem: str) -> ConfigError:
        return ConfigError(problem, str(self._path), key)


def _is_rule(value: Any) -> bool:
    return callable(getattr(value, "apply", None)) and isinstance(getattr(value, "name", None), str) and not isinstance(value, type)


def _parsed(text: str) -> Mapping[str, Any]:
    """What a TOML text holds.

    Raises:
        ValueError: it is no TOML.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    data: Mapping[str, Any] = tomllib.loads(text)
    return data
