"""What somebody with bad intentions tries on every address: forged forms, odd values and hosts."""

import os
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from tests.apps.full_town import FAMILY, full_town
from tests.apps.test_crawl import Address, addresses
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier

pytestmark = pytest.mark.usefixtures("db")

FAR = 10**30  # no row has this number, and no column of the database holds it
ODD = (
    "\x00",
    "\ufffd\ufffe",
    "9" * 40,
    "-1",
    "\u0663\u0664",  # digits to Python, none to the database
    "NaN",
    "1e999",
    "%s' OR 1=1; --",
    "{{ 7 * 7 }}",
    "\u202e\u2066moc.elpmaxe",
    "a" * 100_000,
    "(" * 5_000 + "a" * 5_000 + "!",
)
DEEP = os.environ.get("MEEDOEN_HYPOTHESIS") == "deep"
# what our addresses take behind the question mark, and what others use to lead away
QUERY = ("van", "na", "voor", "tot", "op", "op_dag", "op_maand", "op_jaar", "q", "next", "terug")


class Fields(HTMLParser):
    """The names of everything that a page lets somebody fill in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("name")
        if tag in {"input", "select", "textarea", "button"} and name:
            self.names.add(name)


def _part(name: str, value: bytes) -> bytes:
    """One field of a form with files."""
    head = f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return head.encode() + value + b"\r\n--x--\r\n"


def _ours() -> list[Address]:
    return [each for each in addresses() if "static" not in each.route]


def test_a_forged_form_is_refused_everywhere() -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    client.handler.enforce_csrf_checks = True
    for address in _ours():
        answer = client.post(address.path(own), {"reden": "x" * 40, "naar": "/"})
        # a machine brings no session that a form could misuse: its certificate says who it is
        refused = 401 if address.route.startswith("v1/") else 403
        assert answer.status_code == refused, address.route


def test_no_number_in_an_address_breaks_it() -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    for address in _ours():
        for name in address.names:
            for value in (FAR, 0) if isinstance(own.get(name), int) else ("\x00", "x" * 3000, "é"):
                path = address.path(own | {name: value})
                for answer in (client.get(path), *([client.post(path)] if value != 0 else [])):
                    assert answer.status_code in {400, 403, 404, 405, 410}, (path[:80], name)


def test_nothing_that_is_typed_breaks_a_form() -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    seen = 0
    for number, address in enumerate(_ours()):
        path = address.path(own)
        page = client.get(path)
        if page.status_code != 200 or "html" not in page["Content-Type"]:
            continue
        names = Fields(page.content.decode()).names - {"csrfmiddlewaretoken"}
        seen += bool(names)
        asked = dict.fromkeys([*names, *QUERY], ODD[number % len(ODD)][:1000])
        answers = [client.get(path, asked)]
        # every form three of them, every one on a quarter of the forms; all on all in --deep
        odd_ones = ODD if DEEP else ODD[number % 4 :: 4]
        answers += [client.post(path, dict.fromkeys(names, odd)) for odd in odd_ones]
        assert not [each.status_code for each in answers if each.status_code >= 500], address.route
        assert not any(map(_leads_away, answers)), address.route
    assert seen > 15


def _leads_away(answer: Any) -> bool:
    place = str(answer.headers.get("Location", "/"))
    return not place.startswith("/") or place.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "told", [{"HTTP_HOST": "kwaad.example"}, {"HTTP_HOST": "testserver:80@kwaad.example"}]
)
def test_a_false_host_gets_nothing(told: dict[str, str]) -> None:
    answer = Client(raise_request_exception=False).get("/inloggen/", **told)  # type: ignore[arg-type]
    assert answer.status_code == 400
    assert "kwaad" not in answer.content.decode()


def test_a_forwarded_host_is_not_believed() -> None:
    answer = Client().get("/", HTTP_X_FORWARDED_HOST="kwaad.example")
    assert answer["Location"].startswith("/inloggen/")


def test_no_page_with_cases_stays_behind_in_a_cache() -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    seen = 0
    for address in _ours():
        answer = client.get(address.path(own))
        if FAMILY[HIER] in answer.content.decode(errors="replace"):
            seen += 1
            assert "no-store" in answer["Cache-Control"], address.route
            assert answer["X-Content-Type-Options"] == "nosniff", address.route
    assert seen > 10


def test_the_key_of_an_ended_session_opens_nothing() -> None:
    """Nor does one that somebody else chose before the login."""
    people, _ = full_town(HIER)
    client, name = visitor(people[Rol.KLANTMANAGER]), settings.SESSION_COOKIE_NAME
    key = client.cookies[name].value
    assert client.get("/").status_code == 200
    client.post("/uitloggen/")
    for stolen in (key, "a" * 32):
        client.cookies[name] = stolen
        assert client.get("/")["Location"].startswith("/inloggen/")


def test_other_methods_do_nothing() -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    methods = ("PUT", "PATCH", "DELETE", "TRACE", "ODD")
    for number, address in enumerate(_ours()):
        for method in methods if DEEP else (methods[number % 5], methods[(number + 2) % 5]):
            answer = client.generic(method, address.path(own))
            # the login leads on who is logged in already, whatever the method
            assert answer.status_code in {302, 403, 405}, (address.route, method)
            assert not _leads_away(answer), address.route


def test_who_leaves_is_out_at_once() -> None:
    people, _ = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    assert client.get("/").status_code == 200
    Medewerker.objects.filter(pk=people[Rol.KLANTMANAGER].official).update(is_active=False)
    assert client.get("/")["Location"].startswith("/inloggen/")


def test_a_new_password_ends_what_was_open() -> None:
    people, _ = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    who = Medewerker.objects.get(pk=people[Rol.KLANTMANAGER].official)
    who.set_password("een ander lang wachtwoord")
    Medewerker.objects.filter(pk=who.pk).update(password=who.password)
    assert client.get("/")["Location"].startswith("/inloggen/")


def test_a_field_that_was_not_asked_changes_nothing() -> None:
    """What no form shows is not taken along, not from the body and not from the address."""
    people, own = full_town(HIER)
    client, me = visitor(people[Rol.KLANTMANAGER]), people[Rol.KLANTMANAGER]
    forged = {
        "gemeente": "9998",
        "gemeente_id": "9998",
        "klantmanager": str(people[Rol.JURIST].medewerker_id),
        "klantmanager_id": str(people[Rol.JURIST].medewerker_id),
        "persoon": "1",
        "vernietigd_op": "2020-01-01",
        "gezien": "999",
        "rol": "teamleider",
    }
    for address in _ours():
        if address.names and "nemen" not in address.route and "uitloggen" not in address.route:
            path = address.path(own)
            page = client.get(path)
            names = Fields(page.content.decode(errors="replace")).names
            client.post(path, {k: v for k, v in forged.items() if k not in names - {"gezien"}})
    with as_actor(me):
        dossier = Dossier.objects.get(pk=own["pk"])
        assert (dossier.gemeente_id, dossier.klantmanager_id) == (HIER, me.medewerker_id)
        assert dossier.vernietigd_op is None
    assert {each.rol for each in Rolverlening.objects.filter(medewerker=me.medewerker_id)} == {
        Rol.KLANTMANAGER
    }


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"no boundary at all"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n"),
        ("multipart/form-data; boundary=x; charset=hex", _part("notitie", b"geen hex")),
        ("multipart/form-data; boundary=x; charset=utf-7", _part("notitie", b"+ADw-script+AD4-")),
        ("multipart/form-data; boundary=" + "x" * 5000, b"--x"),
        ("application/x-www-form-urlencoded; charset=idna", b"notitie=x"),
        ("application/x-www-form-urlencoded", b"a=1&" * 600),
        ("application/x-www-form-urlencoded", b"notitie=" + b"x" * 2_000_000),
        ("application/json", b"[" * 100_000),
        ("text/html", b"\xff\xfe"),
    ],
    ids=range(10),
)
def test_a_body_that_is_no_form_is_no_error_of_ours(kind: str, body: bytes) -> None:
    people, own = full_town(HIER)
    client = visitor(people[Rol.KLANTMANAGER])
    for place in ("contact/", "documenten/"):
        answer = client.generic("POST", f"/dossiers/{own['pk']}/{place}", body, kind)
        # without one field of ours it is an empty form: shown again
        assert answer.status_code in {200, 400, 413}, (place, kind[:60])
        assert answer.status_code != 200 or "charset" not in kind
        assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("name", ["messages", "csrf", "sessie", "django_language"])
@pytest.mark.parametrize("value", ["x" * 3000, "\\x00", "[[1]]:sig", "%0d%0aSet-Cookie:x", "é"])
def test_a_cookie_that_we_did_not_make_is_not_believed(name: str, value: str) -> None:
    team(HIER)
    client = Client(headers={"cookie": f"{name}={value}"})
    for place in ("/inloggen/", "/", "/_healthz/livez/"):
        assert client.get(place).status_code in {200, 302}
