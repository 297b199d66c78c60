"""The three headers of every call, in both directions, and who may be behind them."""

from collections.abc import Iterable
from uuid import UUID

from werkzeug.wrappers import Request

from meedoen.adapters.pretend_duo.certificates import oin_in
from meedoen.adapters.pretend_duo.oins import DUO, SHAPE, gemeente_of
from meedoen.adapters.pretend_duo.refusal import Refusal


def remarks_on(request: Request) -> list[str]:
    """What is wrong with the headers, for the report; none is good."""
    found = []
    for name in ("bron", "doel"):
        value = request.headers.get(name)
        if value is None:
            found.append(f"{name} ontbreekt")
        elif not SHAPE.fullmatch(value):
            found.append(f"{name} is geen OIN van 20 cijfers")
    bericht_id = request.headers.get("berichtId")
    if bericht_id is None:
        found.append("berichtId ontbreekt")
    elif not is_uuid(bericht_id):
        found.append("berichtId is geen uuid")
    return found


def is_uuid(text: str) -> bool:
    """Whether this is a UUID as DUO writes it, with its dashes."""
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def sender_of(request: Request, gemeenten: Iterable[int]) -> int:
    """The municipality that asks. Errors: Refusal 403 without a body."""
    gemeente = gemeente_of(request.headers["bron"])
    if request.headers["doel"] != DUO:
        raise Refusal(403, why="doel is niet de OIN van deze DUO")
    if gemeente is None or gemeente not in set(gemeenten):
        raise Refusal(403, why="bron is geen gemeente van deze wereld")
    pem = request.environ.get("SSL_CLIENT_CERT")
    if request.scheme == "https" and (not pem or oin_in(pem) != request.headers["bron"]):
        raise Refusal(403, why="de OIN in het certificaat is niet die van bron")
    return gemeente
