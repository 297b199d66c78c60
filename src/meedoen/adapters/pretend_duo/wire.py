"""The pretend DUO as a WSGI application: routing, headers, answers, and misbehaviour on command."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from meedoen.adapters.pretend_duo.answers import answer
from meedoen.adapters.pretend_duo.apis import Operation, operations
from meedoen.adapters.pretend_duo.headers import is_uuid, remarks_on, sender_of
from meedoen.adapters.pretend_duo.journal import RECEIVED, Entry, Journal
from meedoen.adapters.pretend_duo.kuren import ERROR_PAGE, OLD_VERSION, Kuren, spoil
from meedoen.adapters.pretend_duo.oins import gemeente_of
from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.refusal import Refusal
from meedoen.adapters.pretend_duo.telling import Telling
from meedoen.adapters.pretend_duo.world import World
from meedoen.adapters.pretend_duo.writes import write

VERSION = "1.0.0"  # of an address that an API has, asked in a way it does not know
MOST = 65_536  # bytes of a body
BSN_DIGITS, SCHOOL_SIGNS, HIGHEST_CONTACT = 9, 10, 99_999

Start = Callable[..., Any]


class PretendDuo:
    """Answers at /v1/… for the municipalities of the invented world."""

    def __init__(
        self,
        world: World,
        journal: Journal,
        kuren: Kuren,
        *,
        gemeenten: Iterable[int],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.world, self.journal, self.kuren = world, journal, kuren
        self.gemeenten = frozenset(gemeenten)
        self.sleep = sleep
        self.known = {operation.endpoint: operation for operation in operations()}
        self.routes = Map(
            [
                Rule(f"/v1{o.path}", endpoint=o.endpoint, methods=[o.method])
                for o in self.known.values()
            ],
            strict_slashes=True,
            merge_slashes=False,
        )

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """WSGI."""
        request = Request(environ)
        began = time.monotonic()
        operation, found = self._route(request)
        remarks = remarks_on(request)
        bericht_id = request.headers.get("berichtId", "")
        if is_uuid(bericht_id) and not self.journal.is_new(bericht_id):
            remarks.append("berichtId is eerder gebruikt")
        response = self._answer(request, operation, found)
        if response.status_code != 404 or operation:  # an address outside the APIs has no version
            response.headers["API-Version"] = operation.version if operation else VERSION
        self._misbehave(response)
        self.journal.add(
            Entry(
                at=self.journal.now(),
                kind=RECEIVED,
                what=f"{request.method} {_template(operation)}",
                gemeente=gemeente_of(request.headers.get("bron", "")),
                code=response.status_code,
                milliseconds=round((time.monotonic() - began) * 1000),
                bericht_id=bericht_id,
                remarks=tuple(remarks),
                question=operation.name if operation else "",
                about=self._number_of(found.get("bsn", "")),
            )
        )
        body = response(environ, start_response)
        return _cut(body) if self.kuren.happens("afgebroken") else body

    def _route(self, request: Request) -> tuple[Operation | None, dict[str, Any]]:
        try:
            endpoint, found = self.routes.bind_to_environ(request.environ).match()
        except MethodNotAllowed:
            return None, {"code": 405}
        except HTTPException:
            return None, {"code": 404}
        return self.known[endpoint], dict(found)

    def _answer(
        self, request: Request, operation: Operation | None, found: dict[str, Any]
    ) -> Response:
        """Errors become codes here; a body of reasons only where the API has one."""
        try:
            if operation is None:
                raise Refusal(found["code"], why="dit adres kent DUO niet")
            if remarks_on(request):
                raise Refusal(400, why="de koppen passen niet")
            gemeente = sender_of(request, self.gemeenten)
            _fitting(found)
            with self.world.lock:
                body = self._do(request, operation, found, gemeente=gemeente)
            return _json(body, operation.success)
        except Refusal as refusal:
            if operation and operation.says_why and refusal.fouten:
                return _json([{"fouttekst": f} for f in refusal.fouten], refusal.code)
            return Response(status=refusal.code)

    def _do(
        self, request: Request, operation: Operation, found: dict[str, Any], *, gemeente: int
    ) -> Any:
        persoon = self._persoon(found["bsn"], gemeente) if "bsn" in found else None
        if operation.method == "GET":
            return answer(operation.name, self.world, persoon)
        nummer = found.get("nummer", found.get("instellingsnummer", ""))
        telling = Telling(self.world, gemeente, _body(request), persoon, nummer)
        return write(operation.name, telling)

    def _persoon(self, bsn: str, gemeente: int) -> Persoon:
        persoon = self.world.find(bsn)
        if persoon is None:
            raise Refusal(404, why="deze persoon is bij DUO niet bekend")
        if not self.world.may_see(gemeente, persoon):
            raise Refusal(403, why="deze persoon hoort niet bij uw gemeente")
        return persoon

    def _number_of(self, bsn: str) -> int | None:
        persoon = self.world.find(bsn)
        return persoon.vnummer if persoon else None

    def _misbehave(self, response: Response) -> None:
        if self.kuren.delay:
            self.sleep(self.kuren.delay)
        if self.kuren.happens("storing"):
            response.status_code, response.data = 503, b""
        if self.kuren.happens("foutpagina"):
            response.status_code, response.mimetype = 200, "text/html"
            response.data = ERROR_PAGE
        if self.kuren.happens("oud"):
            response.headers["API-Version"] = OLD_VERSION
        if self.kuren.happens("fout") and response.mimetype == "application/json":
            response.data = json.dumps(spoil(json.loads(response.get_data())))


def _json(body: Any, code: int) -> Response:
    if body is None:
        return Response(status=code)
    return Response(json.dumps(body, ensure_ascii=False), code, mimetype="application/json")


def _body(request: Request) -> bytes:
    if (request.content_length or 0) > MOST:
        raise Refusal(400, why="de inhoud is te groot")
    if request.content_length and request.mimetype != "application/json":
        raise Refusal(400, why="de inhoud is geen application/json")
    return request.stream.read(MOST)


def _fitting(found: dict[str, Any]) -> None:
    """The parts of the address as the description has them. Errors: Refusal 400."""
    bsn, nummer = found.get("bsn"), found.get("nummer")
    school = found.get("instellingsnummer")
    if bsn is not None and not (bsn.isascii() and bsn.isdecimal() and len(bsn) == BSN_DIGITS):
        raise Refusal(400, why="het BSN heeft geen negen cijfers")
    if nummer is not None and not (
        nummer.isascii() and nummer.isdecimal() and 1 <= int(nummer) <= HIGHEST_CONTACT
    ):
        raise Refusal(400, why="dit is geen nummer van een contactpersoon")
    if school is not None and len(school) != SCHOOL_SIGNS:
        raise Refusal(400, why="dit is geen instellingsnummer")


def _template(operation: Operation | None) -> str:
    """The address without the numbers of people."""
    return operation.path if operation else "(onbekend adres)"


def _cut(body: Iterable[bytes]) -> Iterator[bytes]:
    """Half of the first part, and then nothing more."""
    for part in body:
        yield part[: len(part) // 2]
        break
    raise ConnectionAbortedError("afgebroken op verzoek")
