"""The conformance report of the pretend DUO finds nothing wrong at our own end point."""

import httpx
import pytest
from django.test import Client
from tests.berichten.sender import duo_is_known, known_by_oin
from tests.berichten.wire import CERT, PROXY
from tests.dossier.makers import AT, BSN, HIER

from meedoen.adapters.pretend_duo.toets import judge
from meedoen.adapters.pretend_duo.world import Happening

pytestmark = pytest.mark.usefixtures("db")


def to_django(request: httpx.Request) -> httpx.Response:
    """One request, answered in this process."""
    answer = Client().generic(
        request.method,
        request.url.path,
        request.content,
        content_type=request.headers.get("Content-Type", ""),
        headers={name: value for name, value in request.headers.items() if name != "host"},
        REMOTE_ADDR=PROXY,
    )
    return httpx.Response(answer.status_code, headers=dict(answer.items()), content=answer.content)


def test_the_pretend_duo_has_nothing_to_remark() -> None:
    known_by_oin()
    about = Happening(HIER, "SS101", 9_998_000_001, AT.date(), BSN)
    client = httpx.Client(transport=httpx.MockTransport(to_django))
    proxy = {"X-Client-Cert-Subject": CERT}
    with duo_is_known:
        verdicts = list(judge(client, "http://ons.example/v1", about, at=AT, proxy=proxy))
    # how long it takes says nothing here: the machine of the tests has more to do
    slow = "duurde langer"
    assert not [v.line() for v in verdicts if not all(f.startswith(slow) for f in v.faults)]
