"""The options by which every command that reads articles is told what they are and how to read them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newsclaims.cli.kinds import AUTO, KINDS

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

TEXT_FIELD, ID_FIELD = "text", "id"
ALL, NONE = "all", "none"
FILE = click.Path(allow_dash=True)
"""The type of a file's name: so that a shell can complete it."""


class Setup(NamedTuple):
    """What makes an extractor: a configuration, and the least confidence where that is not for the configuration to say."""

    config: str | None = None
    min_confidence: float | None = None


PLAIN = Setup()


class Reading(NamedTuple):
    """What the files hold and how they are read."""

    kind: str = AUTO
    text_field: str = TEXT_FIELD
    id_field: str = ID_FIELD
    metadata_fields: Mapping[str, str] | None = None
    """The fields of an article that go into its metadata, with the names they have there; ``None`` for all."""
    config: str | None = None
    min_confidence: float | None = None
    quiet: bool = False

    @property
    def setup(self) -> Setup:
        """What makes the extractor."""
        return Setup(self.config, self.min_confidence)


def _fields(ctx: click.Context, param: click.Parameter, value: str) -> Mapping[str, str] | None:
    """``published:date,outlet`` as a mapping."""
    if value == ALL:
        return None
    named = {} if value == NONE else {each.partition(":")[0]: each.partition(":")[2] or each for each in value.split(",")}
    if not all(field and name for field, name in named.items()):
        raise click.BadParameter("must be fields with commas between them, each with the name it gets after a colon, or 'all' or 'none'")
    return named


OPTIONS = (
    click.option("--input", "kind", type=click.Choice([AUTO, *KINDS]), default=AUTO, show_default=True, help="What the files hold."),
    click.option("--text-field", default=TEXT_FIELD, show_default=True, metavar="NAME", help="JSON lines: the field of the text."),
    click.option("--id-field", default=ID_FIELD, show_default=True, metavar="NAME", help="JSON lines: the field of the id."),
    click.option(
        "--metadata-fields",
        default=ALL,
        show_default=True,
        metavar="FIELD[:NAME],...",
        callback=_fields,
        help="JSON lines: the fields to keep as metadata, as published:date,outlet; or all, or none.",
    ),
    click.option("--config", type=FILE, metavar="TOML", help="Read with the language, words, aliases and rules of this file."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="Leave open who said what is less sure (0 to 1); its words stay.  [default: that of --config, or 0]",
    ),
    click.option("--quiet", is_flag=True, help="No warnings and no closing line; what cannot be read is named all the same."),
)


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options, and hands them to it as one ``reading``."""

    @functools.wraps(command)
    def wrapped(*args: Any, **options: Any) -> Any:
        given = Reading(*(options.pop(name) for name in Reading._fields))
        return command(*args, reading=given, **options)

    for option in reversed(OPTIONS):
        wrapped = option(wrapped)
    return wrapped


@functools.cache
def extractor_of(setup: Setup) -> Extractor:
    """The extractor of a configuration, one for each process.

    Raises:
        ConfigError: the configuration is wrong.
    """
    import attrs

    from newsclaims import Extractor

    extractor = Extractor() if setup.config is None else Extractor.from_config(setup.config)
    return extractor if setup.min_confidence is None else attrs.evolve(extractor, min_confidence=setup.min_confidence)


def configured(setup: Setup) -> Extractor:
    """The same, for a command to begin with.

    Raises:
        click.UsageError: the configuration is wrong; the message names the key.
    """
    from newsclaims.errors import NewsclaimsError

    try:
        return extractor_of(setup)
    except NewsclaimsError as error:
        message = str(error)
        raise click.UsageError(message if message.isprintable() else ascii(message)) from None
