"""Everything newsclaims raises on purpose: one root, children that carry the data."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.shown import meant


class NewsclaimsError(Exception):
    """Root of all errors of this package."""

    def __reduce__(self) -> tuple[object, ...]:
        # So that an error reaches another process: by default it would be built again from its message alone.
        return _rebuilt, (type(self), self.args), vars(self)


def _rebuilt(kind: type[NewsclaimsError], args: tuple[object, ...]) -> NewsclaimsError:
    error = kind.__new__(kind, *args)
    error.args = args
    return error


class LanguageError(NewsclaimsError):
    """A language directory or word list is missing or wrong.

    ``path`` is the file or folder, ``line`` the line (from 1) where there is one.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        place = path if line is None else f"{path}, line {line}"
        super().__init__(message if path is None else f"{place}: {message}")
        self.path = path
        self.line = line


class RuleError(NewsclaimsError):
    """A rule or a rule set is not well-formed."""


class UnknownRuleError(RuleError, KeyError):
    """A rule name that is not in the set; ``known`` lists the names that are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        guess = meant(name, self.known) if isinstance(name, str) else ""
        self.message = f"no rule is named {name!r}{guess}; the rules are: {', '.join(self.known) or '(none)'}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class DuplicateRuleError(RuleError):
    """A rule name that is already in the set; ``known`` lists the names that are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(
            f"a rule named {name!r} is already in the set: give yours another name, or use replace(); "
            f"the rules are: {', '.join(self.known)}"
        )


class PatternError(RuleError):
    """A template of a ``PatternRule`` that cannot be read; ``position`` counts its characters from 0."""

    def __init__(self, message: str, template: str, position: int | None = None) -> None:
        where = "" if position is None else f" (at character {position})"
        super().__init__(f"{message}{where} in the template {template!r}")
        self.template = template
        self.position = position


class SchemaError(NewsclaimsError, ValueError):
    """Data read from outside does not fit; ``path`` names the wrong field, as in ``quotes[3].source.end``."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path


class ConfigError(NewsclaimsError, ValueError):
    """A configuration cannot be read; ``path`` is the file, ``key`` the wrong key, as in ``rules.add[0].before``."""

    def __init__(self, message: str, path: str, key: str = "") -> None:
        super().__init__(f"{path}: {key}: {message}" if key else f"{path}: {message}")
        self.path = path
        self.key = key


class PageError(NewsclaimsError, ValueError):
    """A web page has no article in it, or is no web page."""


class GoldError(NewsclaimsError):
    """Annotated articles, or the predictions to be held against them, cannot be read.

    ``path`` is the file or folder, ``line`` the line in it (from 1) where there is one.
    """

    def __init__(self, message: str, path: str, line: int | None = None) -> None:
        super().__init__(f"{path}: {message}" if line is None else f"{path}, line {line}: {message}")
        self.path = path
        self.line = line


class ResumeError(NewsclaimsError):
    """The output of an earlier run is not the beginning of what the input gives; ``line`` is the first (from 1) that is not."""

    def __init__(self, output: str, line: int) -> None:
        super().__init__(f"{output}, line {line}: this document is not that of the article at this place of the input")
        self.output = output
        self.line = line


class MissingExtraError(NewsclaimsError, ImportError):
    """A library that part of this package needs is not installed; ``library`` is its name, ``extra`` what installs it."""

    def __init__(self, library: str, extra: str) -> None:
        named = " ".join(_libraries(extra))
        or_them = f" (or by themselves: pip install {named})" if named else ""
        super().__init__(f"this needs {library}, which is not installed: pip install 'newsclaims[{extra}]'{or_them}")
        self.library = library
        self.extra = extra


def _libraries(extra: str) -> list[str]:
    """What an extra brings, as far as it can be told."""
    import importlib.metadata  # takes longer to load than the rest of this package
    import re

    try:
        needed = importlib.metadata.requires("newsclaims") or []
    except importlib.metadata.PackageNotFoundError:
        return []
    names = [re.match(r"[\w.-]+", each) for each in needed if re.search(rf"""extra == ['"]{extra}['"]""", each)]
    return [found[0] for found in names if found is not None and found[0] != "newsclaims"]
