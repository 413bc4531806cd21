"""Errors: one root, messages that name what is wrong, and the data in attributes."""

from __future__ import annotations

import inspect
import pickle

import pytest

from newsclaims import errors
from newsclaims.errors import DuplicateRuleError, GoldError, LanguageError, NewsclaimsError, PatternError, SchemaError, UnknownRuleError

EXAMPLES = [
    NewsclaimsError("broken"),
    LanguageError("a row is a word, a tab and a value", path="cues.tsv", line=3),
    LanguageError("is not a folder", path="xx"),
    LanguageError("no language 'xx'"),
    errors.RuleError("not a rule"),
    UnknownRuleError("quote-cue", ["quote-cue-source", "carry-over"]),
    UnknownRuleError("quote-cue", []),
    DuplicateRuleError("carry-over", ["carry-over"]),
    PatternError("unknown slot {speaker}", "{quote} {speaker}", position=8),
    PatternError("no {quote}", "{source}"),
    SchemaError("must be an integer, not str", "quotes[3].source.end"),
    SchemaError("not JSON"),
    GoldError("is not a folder", path="gold"),
    GoldError("is no annotation", path="gold/a.ann", line=4),
    errors.MissingExtraError("pandas", "pandas"),
    errors.ResumeError("out.jsonl", 3),
    errors.ConfigError("must be a string, not 5", "newsclaims.toml", "rules.add[0].name"),
    errors.ConfigError("not UTF-8", "newsclaims.toml"),
    errors.PageError("no article was found in the page"),
]


def test_every_error_has_an_example_here() -> None:
    classes = {each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, Exception)}
    assert {type(example) for example in EXAMPLES} == classes


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_one_root(error: NewsclaimsError) -> None:
    assert isinstance(error, NewsclaimsError)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_reach_another_process_whole(error: NewsclaimsError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


@pytest.mark.parametrize(
    "error, message",
    [
        (EXAMPLES[1], "cues.tsv, line 3: a row is a word, a tab and a value"),
        (EXAMPLES[2], "xx: is not a folder"),
        (EXAMPLES[3], "no language 'xx'"),
        (EXAMPLES[5], "no rule is named 'quote-cue'; did you mean 'quote-cue-source'?; the rules are: quote-cue-source, carry-over"),
        (EXAMPLES[6], "no rule is named 'quote-cue'; the rules are: (none)"),
        (EXAMPLES[16], "newsclaims.toml: rules.add[0].name: must be a string, not 5"),
        (EXAMPLES[17], "newsclaims.toml: not UTF-8"),
        (EXAMPLES[8], "unknown slot {speaker} (at character 8) in the template '{quote} {speaker}'"),
        (EXAMPLES[9], "no {quote} in the template '{source}'"),
        (EXAMPLES[10], "quotes[3].source.end: must be an integer, not str"),
        (EXAMPLES[11], "not JSON"),
        (EXAMPLES[12], "gold: is not a folder"),
        (EXAMPLES[13], "gold/a.ann, line 4: is no annotation"),
    ],
)
def test_messages(error: NewsclaimsError, message: str) -> None:
    assert str(error) == message


def test_errors_are_also_of_the_built_in_kind_people_catch() -> None:
    with pytest.raises(KeyError):
        raise EXAMPLES[5]
    with pytest.raises(ValueError, match="must be an integer"):
        raise EXAMPLES[10]
