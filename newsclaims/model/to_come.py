"""Fields that are worked out when somebody first asks for one of them, since many never do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from newsclaims.shown import Shown


class ToCome(Shown):
    """A frozen value of which the fields named in ``_to_come`` can be left open until one of them is asked for.

    ``_teller`` is what tells them, by :meth:`_told`; it is let go then, with all that it holds.
    """

    __slots__ = ("_teller",)
    _to_come: Collection[str] = ()
    _teller: Callable[..., Any] | None

    def _leave_to(self, teller: Callable[..., Any]) -> None:
        """For a value that is being made: ``teller`` will tell the fields."""
        for name in self._to_come:
            object.__delattr__(self, name)
        object.__setattr__(self, "_teller", teller)

    def _told(self, teller: Callable[..., Any]) -> Mapping[str, Any]:
        """The fields that ``teller`` tells, by name; none where it has put them in itself."""
        raise NotImplementedError

    def _put(self, fields: Mapping[str, Any]) -> None:
        """Puts in the values of fields; nothing is left to be read."""
        for name, value in fields.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_teller", None)

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            # Python comes here only where an attribute is missing.
            if name not in self._to_come:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            teller = self._teller
            if teller is not None:  # else another thread, which came here too, has asked it meanwhile
                self._put(self._told(teller))
            return object.__getattribute__(self, name)
