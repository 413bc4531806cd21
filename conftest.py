"""Which tests can run: those of an integration only where its library is installed."""

from __future__ import annotations

import importlib.util
import os

NEEDS = {
    "selenium": ["tests/formats/html/test_browser.py"],
    "matplotlib": ["newsclaims/integrations/plot.py", "tests/integrations/test_plot.py"],
    "spacy": ["newsclaims/integrations/spacy.py", "tests/integrations/test_spacy.py"],
    "sphinx": ["tests/docs/test_site.py"],
    "nbclient": ["tests/docs/test_notebooks.py"],
    "cassis": ["newsclaims/formats/uima.py", "newsclaims/evaluation/uima.py", "tests/formats/test_uima.py"],
    "label_studio_sdk": ["tests/formats/test_label_studio_library.py"],
    "mcp": ["newsclaims/integrations/mcp.py", "tests/integrations/test_mcp.py"],
    "narwhals": ["newsclaims/integrations/frames.py", "tests/integrations/test_frames.py"],
    "trafilatura": ["newsclaims/integrations/html.py", "tests/integrations/test_html.py"],
    "pyarrow": ["newsclaims/integrations/arrow.py", "tests/integrations/test_arrow.py"],
    "pyspark": ["newsclaims/integrations/spark.py", "tests/integrations/test_spark.py"],
}
MISSING = [library for library in NEEDS if importlib.util.find_spec(library) is None]

if MISSING and os.environ.get("NEWSCLAIMS_TEST_ALL"):  # as `make test-all` has it
    raise ImportError(f"not installed: {', '.join(MISSING)}")

collect_ignore = [file for library in MISSING for file in NEEDS[library]]
