"""How sure a quote is: named features of it and its sentence, weighed by what was right in annotated news.

:func:`read_weights` reads a file that ``newsclaims evaluate --calibrate`` wrote; ``Extractor(weights=...)`` takes it.
"""

from __future__ import annotations

from newsclaims.confidence.weights import Weight, Weights, read_weights, shipped_weights, write_weights

__all__ = ["Weight", "Weights", "read_weights", "shipped_weights", "write_weights"]
