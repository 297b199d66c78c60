"""Where a look belongs: the trace of W3C Trace Context, continued or begun."""

import os
import re
from dataclasses import dataclass

# version, trace, span, flags; a later version may say more behind a dash
_HEADER = re.compile(r"(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?")
TRACE_BYTES, SPAN_BYTES = 16, 8


@dataclass(frozen=True)
class Trace:
    """A trace (16 bytes), and the span (8 bytes) of whoever asked; None: it begins here."""

    trace_id: bytes
    parent: bytes | None = None


def trace_of(header: str | None) -> Trace:
    """The trace that the header `traceparent` names; a new one where it names none, or is wrong."""
    found = _HEADER.fullmatch(header or "")
    if found is not None and found[1].strip("0") and found[2].strip("0"):
        return Trace(bytes.fromhex(found[1]), bytes.fromhex(found[2]))
    return Trace(os.urandom(TRACE_BYTES))


def new_span() -> bytes:
    """The id of a span: 8 bytes by chance."""
    return os.urandom(SPAN_BYTES)
