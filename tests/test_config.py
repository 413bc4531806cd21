"""An extractor from a file: what it may hold, and errors that name the key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsclaims import DEFAULT_RULES, ConfigError, Extractor, load_language

WHOLE = """
language = "en"
min_confidence = 0.25

[words]
titles = ["Taoiseach"]
cues = { harrumph = "say" }

[aliases]
Ironside = "Orla Vane"

[rules]
without = ["carry-over"]

[[rules.add]]
name = "reader-letter"
template = "{quote} ( From a letter by {source} , {any} )"
before = "quote-cue-source"

[[rules.add]]
file = "house.py"
name = "from-the-desk"
"""
HOUSE = """
from newsclaims import DEFAULT_RULES, PatternRule, rule

desk = PatternRule("from-the-desk", "From the desk of {source} {quote}")
shipped = DEFAULT_RULES["carry-over"]


@rule("nobody")
def nobody(layers, quotation):
    "Attributes nothing."
    return "it is nobody"
"""
LETTER = "“It is steep.” (From a letter by Ada Brenn, Orrel)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house.py").write_text(HOUSE, encoding="utf-8")
    return tmp_path


def configured(folder: Path, content: str) -> Extractor:
    path = folder / "newsclaims.toml"
    path.write_text(content, encoding="utf-8")
    return Extractor.from_config(path)


def test_all_of_it(folder: Path) -> None:
    extractor = configured(folder, WHOLE)
    assert extractor.min_confidence == 0.25
    assert "Taoiseach" in {word.title() for word in extractor.language.words("titles")}
    assert extractor.rules.names[0] == "from-the-desk"
    assert extractor.rules.names.index("reader-letter") == extractor.rules.names.index("quote-cue-source") - 1
    assert "carry-over" not in extractor.rules.names
    document = extractor.extract(f"Ironside harrumphed that it was late.\n\n{LETTER}\n\nFrom the desk of Ivo Karr\n\n“No.”")
    assert str(document.quotes[0].speaker) == "Orla Vane"
    assert [quote.rule for quote in document.quotes][1:] == ["reader-letter", "from-the-desk"]


def test_weights_of_ones_own_beside_it(folder: Path) -> None:
    (folder / "ours.tsv").write_text("*\t+0.00\t1\t2\nrule reader-letter\t+1.00\t1\t2\n", encoding="utf-8")
    extractor = configured(folder, f'weights = "ours.tsv"\n{WHOLE.removeprefix(chr(10))}')
    letter, other = extractor.extract(f"{LETTER} “It is flat,” Vane said.").quotes
    assert (letter.rule, letter.confidence) == ("reader-letter", 0.731)
    assert (other.rule, other.confidence) == ("quote-source-cue", None)
    assert pickle.loads(pickle.dumps(extractor)).weights == extractor.weights  # noqa: S301 - our own pickle


def test_nothing_is_the_default(folder: Path) -> None:
    assert configured(folder, "") == Extractor()
    assert configured(folder, "").language is load_language("en")


def test_all_rules_of_a_file_stand_in_its_order_and_none_that_it_only_uses(folder: Path) -> None:
    extractor = configured(folder, '[[rules.add]]\nfile = "house.py"\nafter = "carry-over"')
    at = extractor.rules.names.index("carry-over")
    assert extractor.rules.names[at : at + 3] == ("carry-over", "from-the-desk", "nobody")
    assert len(extractor.rules) == len(DEFAULT_RULES) + 2


def test_rules_of_a_file_go_to_other_processes(folder: Path) -> None:
    extractor = configured(folder, '[[rules.add]]\nfile = "house.py"\nname = "nobody"')
    texts = ["“It rained,” said Orla Vane."] * 3
    assert list(extractor.pipe(texts, workers=2, batch_size=1)) == [extractor.extract(text) for text in texts]


def test_a_rule_goes_by_the_name_of_its_variable_too(folder: Path) -> None:
    extractor = configured(
        folder, '[[rules.add]]\nfile = "house.py"\nname = "desk"\nreplace = "carry-over"\n[rules]\nonly = ["carry-over"]'
    )
    assert extractor.rules.names == ("from-the-desk",)


@pytest.mark.parametrize(
    "content, key, message",
    [
        ("langauge = 'en'", "langauge", "did you mean 'language'?"),
        ("language = 'xx'", "language", "xx"),
        ("language = 5", "language", "must be the name of a language, not 5"),
        ("weights = 5", "weights", "must be the name of a file, not 5"),
        ("weights = 'none.tsv'", "weights", "none.tsv cannot be read: No such file or directory"),
        ("weights = 'house.py'", "weights", "house.py, line 2: not a feature, a number and two counts"),
        ("min_confidence = 2", "min_confidence", "must be a number from 0 to 1, not 2"),
        ("[words]\ntitels = ['Supt']", "words.titels", "did you mean 'titles'?"),
        ("[words]\ntitles = 'Supt'", "words.titles", "must be a list of strings, not 'Supt'"),
        ("[words]\ncues = ['quip']", "words.cues", "must be a table"),
        ("[aliases]\nJR = 5", "aliases.'JR'", "must be the name to go by, not 5"),
        ("[rules]\nwithuot = []", "rules.withuot", "did you mean 'without'?"),
        ("[rules]\nwithout = ['carryover']", "rules.without", "no rule is named 'carryover'"),
        ("[rules]\nonly = ['a']", "rules.only", "no rule is named 'a'"),
        ("[[rules.add]]\nname = 'a'", "rules.add[0]", "has none of template, line, file, plugin"),
        ("[[rules.add]]\ntemplate = '{quote} {source}'", "rules.add[0]", "a rule with 'template' needs a name"),
        ("[[rules.add]]\nname = 'a'\ntemplate = '{quote} {sauce}'", "rules.add[0].template", "no slot is called 'sauce'"),
        ("[[rules.add]]\nname = 'a'\ntemplate = '{quote} {source}'\nbefore = 'b'", "rules.add[0].before", "no rule is named 'b'"),
        ("[[rules.add]]\nname = 'a'\ntemplate = ''\nfile = ''", "rules.add[0]", "has more than one of template, line, file, plugin"),
        ("[[rules.add]]\nfile = 'none.py'", "rules.add[0].file", "cannot be run: FileNotFoundError"),
        ("[[rules.add]]\nfile = 'house.py'\nname = 'nobdy'", "rules.add[0].name", "did you mean 'nobody'?"),
        ("[[rules.add]]\nplugin = 'no-such'", "rules.add[0].plugin", "no installed package offers rules named 'no-such'"),
        ("[[rules.add]]\nname = 'a'\nline = '{source}: {content}'\ngoes_on = 1", "rules.add[0].goes_on", "must be true or false, not 1"),
        ("[[rules.add]]\nname = 'a'\ntemplate = '{quote} {source}'\ngoes_on = true", "rules.add[0].goes_on", "only for a rule with 'line'"),
        ("[[rules.add]]\nname = 5", "rules.add[0].name", "must be a string, not 5"),
    ],
)
def test_errors_name_the_key(folder: Path, content: str, key: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        configured(folder, content)
    assert caught.value.key == key
    assert message in str(caught.value)
    assert caught.value.path == str(folder / "newsclaims.toml")


def test_a_label_can_speak_for_its_line_alone(folder: Path) -> None:
    content = "[[rules.add]]\nname = 'vox-pop'\nline = '* {source}, {role}: {content}'\n"
    text = "* Ada Brenn, teacher: Let them.\n\nRain fell on Orrel all day."
    for more, said in (("", ["Let them.", "Rain fell on Orrel all day."]), ("goes_on = false\n", ["Let them."])):
        [quote] = configured(folder, content + more).extract(text).quotes
        assert [span.text for span in quote.contents] == said


@pytest.mark.parametrize("content", [b"a = ", b"\xff"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"not TOML|not UTF-8"):
        Extractor.from_config(tmp_path / "a.toml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: No such file"):
        Extractor.from_config(tmp_path / "none.toml")
