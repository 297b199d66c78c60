"""The page of the pretend DUO, on a port of its own: people, clock, what went to and fro."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from meedoen.adapters.pretend_coa import answer as coa_answer
from meedoen.adapters.pretend_duo.journal import Journal
from meedoen.adapters.pretend_duo.kuren import NAMES, Kuren
from meedoen.adapters.pretend_duo.notices import Sender
from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.report import what_was_asked
from meedoen.adapters.pretend_duo.world import World

HERE = Path(__file__).parent
SHOWN = 50
MOST_DAYS = 3660
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'"

Start = Callable[..., Any]


class Panel:
    """A page and its buttons. It is meant for the machine of who tests; it asks for no login."""

    def __init__(
        self, world: World, journal: Journal, kuren: Kuren, *, sender: Sender, url: str
    ) -> None:
        self.world, self.journal, self.kuren = world, journal, kuren
        self.sender, self.url = sender, url
        self.templates = Environment(
            loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined
        )

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """WSGI."""
        request = Request(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:
            response = Response(error.description, error.code or 500)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.method == "POST":
            _refuse_strangers(request)
            self._press(request.path, request.form)
            return redirect("/", 303)
        if request.path == "/":
            return Response(self._page(), mimetype="text/html")
        if request.path == "/stijl.css":
            return Response((HERE / "panel.css").read_text("utf-8"), mimetype="text/css")
        if request.path == "/stand.json":
            return self._as_json()
        if (told := coa_answer(request.path, self.world)) is not None:
            return Response(told, mimetype="application/json")
        raise NotFound("Deze pagina is er niet.")

    def _press(self, path: str, form: MultiDict[str, str]) -> None:
        """What a button does."""
        if path == "/dag":
            self.world.step(_number(form.get("dagen", "1"), MOST_DAYS))
        elif path == "/stuur":
            self._send(form.get("vnummer", ""))
        elif path == "/kuur":
            try:
                self.kuren.set(f"{form.get('kuur', '')}={form.get('aandeel', '')}")
            except ValueError as error:
                raise BadRequest(str(error)) from error
        else:
            raise NotFound("Deze knop is er niet.")

    def _send(self, vnummer: str) -> None:
        """Let the next event of this person happen; without a number: of whom it suits best."""
        with self.world.lock:
            if vnummer:
                found = next((p for p in self.world.people if str(p.vnummer) == vnummer), None)
            else:
                found = self.world.soonest(self._places())
            if found is None:
                raise NotFound("Deze persoon is er niet.")
            self.world.pull(found)

    def _places(self) -> list[int]:
        """The municipalities in the order in which they were named; those with an address."""
        every = list(dict.fromkeys(p for persoon in self.world.people for p in persoon.gemeenten))
        return [place for place in every if self.sender.targets.of(place)] or every

    def _page(self) -> str:
        with self.world.lock:
            return self.templates.get_template("panel.html").render(
                day=self.world.day,
                url=self.url,
                people=[(p, _next(p)) for p in self.world.people],
                names={p.vnummer: p.naam for p in self.world.people},
                words=self.world.setting.omschrijvingen,
                entries=self.journal.last(SHOWN),
                kuren=[(name, text, self.kuren.on.get(name)) for name, text in NAMES.items()],
                waiting=len(self.sender.waiting),
                given_up=self.sender.given_up,
                asked=what_was_asked(self.journal),
            )

    def _as_json(self) -> Response:
        with self.world.lock:
            stand = {
                "dag": self.world.day.isoformat(),
                "kuren": self.kuren.on,
                "wachtend": len(self.sender.waiting),
                "opgegeven": self.sender.given_up,
                "gevraagd": what_was_asked(self.journal),
                "verkeer": [entry.plain() for entry in self.journal.last()],
            }
        return Response(json.dumps(stand, ensure_ascii=False), mimetype="application/json")


def _next(persoon: Persoon) -> str:
    return (
        f"{persoon.steps[0].op:%d-%m-%Y}: {_plain(persoon.steps[0].wat)}" if persoon.steps else ""
    )


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _number(text: str, most: int) -> int:
    try:
        found = int(text)
    except ValueError:
        found = -1
    if not 0 <= found <= most:
        raise BadRequest(f"Kies een getal van 0 tot {most}.")
    return found


def _refuse_strangers(request: Request) -> None:
    """A page of another site may not press our buttons. Errors: Forbidden."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Forbidden("Deze knop werkt alleen op de pagina zelf.")
