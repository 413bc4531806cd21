"""How Sphinx builds the site from the pages in this folder: `make docs`."""

from __future__ import annotations

import importlib.metadata

project = "newsclaims"
author = "newsclaims contributors"
release = importlib.metadata.version(project)

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "index"
nitpicky = True
# Other projects' objects, which could only be linked to with the network.
nitpick_ignore_regex = [("py:.*", r"(collections|enum|os|pathlib|matplotlib|pandas|pyarrow|pyspark|spacy)\..*")]
# Names of types, which stand for what they are made of; and what a rule can use, but has no business to.
nitpick_ignore = [
    *(
        ("py:class", name)
        for name in ("Anchor", "Answer", "Axes", "ClaimFunction", "Columns", "Outcome", "ResolutionFunction", "RuleFunction")
    ),
    *(("py:class", name) for name in ("DataType", "StructType")),  # pyspark's
    *(("py:class", f"newsclaims.rulebook.ruleset.{name}") for name in ("R_co", "More")),
    *(("py:class", name) for name in ("Recorder", "Mapping[str", "newsclaims.checking.sources.OpenedSource")),
    *(("py:class", f"newsclaims.rules.findings.{name}") for name in ("Found", "Users")),
    ("py:class", "newsclaims.grammar.tokens.Spellings"),
    *(("py:class", name) for name in ("Path", "Proposed", "What")),
    *(
        ("py:class", f"newsclaims.{name}")
        for name in ("claims.proposals.Proposal", "claims.stretches.Stretch", "extractor.Thing", "sampling.Share", "model.kinds.ClaimKind")
    ),
    ("py:class", "StanceReader"),
    ("py:class", "newsclaims.measures.atoms.Atoms"),
    ("py:class", "newsclaims.speakers.name.Name"),
    ("py:class", "newsclaims.speakers.words.SpeakerWords"),
]

html_theme = "furo"
html_title = project
html_show_copyright = False  # the licence says it

myst_heading_anchors = 3  # as the plain pages have them, for links to a section

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_mock_imports = ["matplotlib", "pandas", "pyarrow", "pyspark", "spacy"]  # the site is the same with and without them
napoleon_numpy_docstring = False
