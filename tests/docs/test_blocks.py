from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, Block, agrees, blocks, name

PAGE = """# A page

```python
print(1)
```

```text
1
```

Save it in the folder as `notes/a.txt`:

```text
rain
```

That is a file, and this is what nobody prints:

```text
snow
```

```{toctree}
a
```

```console
pip install .
newsclaims extract \\
    notes/a.txt
```
"""


def test_the_blocks_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    program, file, stray, commands = blocks(page)
    assert program == Block("python", "print(1)\n", "1\n")
    assert file == Block("text", "rain\n", None, "notes/a.txt")
    assert stray == Block("text", "snow\n")
    assert commands.script() == "newsclaims extract      notes/a.txt"


@pytest.mark.parametrize(
    "printed, shown",
    [
        ("a\nb\n", "a\nb\n"),
        ("a\nb\nc\n", "a\n...\nc\n"),
        ("a\nc\n", "a\n...\nc\n"),
        ("a\n", "a\n...\n"),
        ("", ""),
        ("1+1 (2)\n", "1+1 (2)\n"),
    ],
)
def test_an_output_agrees(printed: str, shown: str) -> None:
    assert agrees(printed, shown)


@pytest.mark.parametrize(
    "printed, shown",
    [
        ("a\nb\n", "a\n"),
        ("a\n", "a\nb\n"),
        ("b\nc\n", "a\n...\nc\n"),
        ("a\nx\n", "a\n...\nc\n"),
        ("a", "..."),
        ("ab\n", "a.\n"),
        ("a\n", ""),
    ],
)
def test_an_output_does_not_agree(printed: str, shown: str) -> None:
    assert not agrees(printed, shown)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_block_is_overlooked(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    outputs = [block for block in blocks(page) if block.shown is not None]
    assert text.count("```") == 2 * (len(blocks(page)) + len(outputs) + text.count("```{")), "a fence that is indented, or has no language"
