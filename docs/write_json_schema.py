"""Writes the JSON Schema that is shipped: ``make json-schema``."""

from __future__ import annotations

import json
from pathlib import Path

from newsclaims import json_schema

SHIPPED = Path(__file__).parent.parent / "newsclaims" / "formats" / "json" / "document.schema.json"

if __name__ == "__main__":
    SHIPPED.write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
