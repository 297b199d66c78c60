"""An official with a browser: logged in, working in a role; and what tests ask of a page."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meedoen.accounts.actor import Actor
from meedoen.accounts.gate import FUNCTIE
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.dossier.models import Dossier

# A real request has no savepoint around it, and its scope ends with its transaction.
OF_THE_TEST = ("SAVEPOINT", "set_config('meedoen.gemeenten', ''")
# Questions to the database for one page. The week of a team leader asks most: who asks, the names
# in the filter, dossiers, facts, who may be the same person (two), own work, objections, what was
# put off, appointments, people and the log; in the demo also its day.
BUDGET = 17


def visitor(actor: Actor) -> Client:
    """A client that is logged in as this actor, in the role and municipality of the actor."""
    client = Client()
    client.force_login(Medewerker.objects.get(pk=actor.medewerker_id or 0))
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(actor.medewerker_id)
    session[FUNCTIE] = Rolverlening.objects.get(
        medewerker=actor.medewerker_id or 0, rol=actor.rol, gemeente__in=actor.gemeenten
    ).pk
    session.save()
    return client


def page(client: Client, address: str, *, status: int = 200, **typed: str) -> str:
    """The text of a page; what is typed goes by POST."""
    answer = client.post(address, typed) if typed else client.get(address)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return str(answer.content.decode())


def hidden(text: str) -> dict[str, str]:
    """The hidden fields of a page, as a browser sends them back."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def person(dossier: Dossier) -> str:
    return f"/dossiers/{dossier.pk}/"


@contextmanager
def few_queries() -> Iterator[None]:
    """At most `BUDGET` questions to the database; what the transaction of the test adds is none."""
    with CaptureQueriesContext(connection) as asked:
        yield
    found = [each["sql"] for each in asked if not any(sign in each["sql"] for sign in OF_THE_TEST)]
    assert len(found) <= BUDGET, "\n".join(found)
