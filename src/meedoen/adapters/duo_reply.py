"""What a reply of DUO means: JSON that can be read, or the reason why there is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NoReturn

from meedoen.adapters.duo_exchange import Reply
from meedoen.ports.duo_errors import (
    AfgewezenError,
    FoutVerzoekError,
    GeenToegangError,
    NietBekendError,
    OnbegrepenError,
)

# The major version in DUO's paths that `duo_wire` was written for; another may mean other things.
MAJOR: Final = 1
VERSION = re.compile(r"([0-9]+)\.[0-9]+\.[0-9]+")


class UnreadableError(ValueError):
    """A body that is no JSON as we take it; the message never holds what came."""


def answered(reply: Reply, question: str) -> object:
    """The JSON of a good answer, numbers with a point as Decimal.

    Errors: those of `ports.duo_errors`, but for NietBereikbaarError.
    """
    if reply.status != 200:
        _refuse(reply, question)
    return json_of_good(reply, question)


def confirmed(reply: Reply, question: str, *, success: int) -> Reply:
    """The reply itself, where DUO says that it took what was told.

    Errors: as `answered`. A page of something that stands before DUO confirms nothing.
    """
    if reply.status != success:
        _refuse(reply, question)
    found = VERSION.match(version_of(reply) or "")
    if not found or int(found[1]) != MAJOR:
        raise not_understood(reply, question, "no version of DUO that we know")
    if reply.body and _media(reply) != "application/json":
        raise not_understood(reply, question, "no JSON by its own account")
    return reply


def json_of_good(reply: Reply, question: str) -> object:
    """The JSON of a reply with a good status. Errors: OnbegrepenError."""
    why = _unfit(reply)
    if why is None:
        try:
            return json_of(reply.body)
        except UnreadableError as error:
            why = str(error)
    raise not_understood(reply, question, why)


def version_of(reply: Reply) -> str | None:
    """What DUO says its version is, if it says so."""
    version: str | None = reply.headers.get("api-version")
    return version


def not_understood(reply: Reply, question: str, why: str) -> OnbegrepenError:
    """The error that keeps all that came."""
    return OnbegrepenError(question, reply.bericht_id, status=reply.status, why=why, raw=reply.body)


def json_of(body: bytes) -> object:
    """Strictly: UTF-8, no name twice in an object, no NaN. Errors: UnreadableError."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("no UTF-8") from None
    try:
        return json.loads(
            text, object_pairs_hook=_no_name_twice, parse_float=Decimal, parse_constant=_no_constant
        )
    except UnreadableError:
        raise
    except (ValueError, RecursionError):
        raise UnreadableError("no JSON, or not all of it") from None


def _refuse(reply: Reply, question: str) -> NoReturn:
    """Every status but 200. A 404 counts as an answer only when DUO's own header comes with it.

    Any web server says 404 at a wrong address; then nobody must look unknown at DUO.
    """
    status, bericht_id = reply.status, reply.bericht_id
    if status == 400:
        raise FoutVerzoekError(question, bericht_id, status=status)
    if status in (401, 403):
        if status == 403 and (texts := _foutteksten(reply.body)):
            raise AfgewezenError(question, bericht_id, foutteksten=texts)
        raise GeenToegangError(question, bericht_id, status=status)
    if status == 404 and version_of(reply) is not None:
        raise NietBekendError(question, bericht_id, status=status)
    raise not_understood(reply, question, f"status {status}")


def _foutteksten(body: bytes) -> tuple[str, ...]:
    """The reasons in DUO's list; none when the body is anything else."""
    try:
        lines = json_of(body) if body else []
    except UnreadableError:
        return ()
    texts = (
        [line.get("fouttekst") for line in lines if isinstance(line, dict)]
        if isinstance(lines, list)
        else []
    )
    return tuple(text for text in texts if isinstance(text, str) and text)


def _unfit(reply: Reply) -> str | None:
    """Why a good reply is not an answer of DUO as we know it, or None."""
    more = reply.headers.get("content-type", "").partition(";")[2]
    charset = more.strip().lower().removeprefix("charset=").strip('"')
    found = VERSION.match(version_of(reply) or "")
    if not reply.complete:
        return "too large"
    if reply.headers.get("content-encoding", "identity").lower() != "identity":
        return "packed, though we asked for it as it is"
    if _media(reply) != "application/json" or charset not in ("", "utf-8"):
        return "no JSON by its own account"
    if found and int(found[1]) != MAJOR:
        return "another major version"
    return None


def _media(reply: Reply) -> str:
    kind: str = reply.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower()


def _no_name_twice(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    content: dict[str, object] = {}
    for name, value in pairs:
        if name in content:
            raise UnreadableError("a name twice in one object")
        content[name] = value
    return content


def _no_constant(_name: str) -> NoReturn:
    raise UnreadableError("a number that JSON does not have")
