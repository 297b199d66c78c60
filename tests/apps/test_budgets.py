"""Every page asks little of the database, and no more of a large municipality than of a small one.

Counted, not timed: session, official, role, scope and the day of the demo are among the questions.
"""

import html
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone
from tests.apps.crowded_town import multiply, ten_dossiers, thicken
from tests.apps.test_crawl import addresses
from tests.apps.visitor import BUDGET, visitor
from tests.database import Connection

from meedoen.accounts.actions import set_demo_day
from meedoen.accounts.roles import Rol
from meedoen.werkplek.urgency import Groep

DEMO_DAY = date(2026, 11, 23)
COPIES = 1000  # of ten dossiers
PAPERS = 60  # more of each kind in the one dossier that addresses name
PAGE = 50  # rows of one table
LONGEST = 150_000  # characters of a page with a list
# The beginning and the end of a transaction are no questions.
NO_QUESTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
DESTROYED = "/dossiers/vernietigingen/"
LISTS = (
    "/",
    *(f"/?groep={name}" for name in (Groep.LAAT.value, Groep.ONBEKEND.value)),
    "/dossiers/",
    "/dossiers/?van=alle",
    "/dossiers/?van=zonder",
)
SEARCH = "/dossiers/zoek/"
ROLES = (Rol.TEAMLEIDER, Rol.KLANTMANAGER, Rol.KWALITEITSMEDEWERKER)


@dataclass(frozen=True)
class Seen:
    """What one visit gave: the status, the questions to the database, the page."""

    status: int
    asked: tuple[str, ...]
    text: str

    @property
    def longest_table(self) -> int:
        """Rows of the longest table, without its head."""
        bodies = self.text.split("<tbody")[1:]
        return max((body.split("</tbody")[0].count("<tr") for body in bodies), default=0)

    @property
    def next_page(self) -> str:
        """The address that "next" goes to, or nothing."""
        found = re.search(r'rel="next" href="([^"]+)"', self.text)
        return html.unescape(found[1]) if found else ""


Visits: TypeAlias = dict[tuple[str, Rol], Seen]


def test_no_page_asks_much_of_the_database_whatever_its_size(
    committed_db: str, superuser: Connection
) -> None:
    people, values = ten_dossiers(DEMO_DAY)
    set_demo_day(DEMO_DAY, at=timezone.now())
    clients = {rol: visitor(people[rol]) for rol in ROLES}
    small = _round(clients, values)
    multiply(superuser, COPIES)
    thicken(superuser, values["pk"], PAPERS)
    large = _round(clients, values)
    _few_questions(small)
    _few_questions(large)
    _no_more_for_more(small, large)
    _short_lists(large)
    _lists_go_on(clients)


def _round(clients: dict[Rol, Client], values: dict[str, Any]) -> Visits:
    """Every page that can be read, as every role that has it; in the demo, which asks one more."""
    pages = dict.fromkeys([*(each.path(values) for each in addresses()), *LISTS, SEARCH])
    with override_settings(DEMO=True):
        return {
            (path, rol): seen
            for rol, client in clients.items()
            for path in (pages if rol is not Rol.KWALITEITSMEDEWERKER else [DESTROYED])
            if (seen := _visit(client, path)).status != 405
        }


def _visit(client: Client, path: str) -> Seen:
    connection.queries_log.clear()  # it holds 9,000; a full one counts nothing
    with CaptureQueriesContext(connection) as asked:
        answer = client.post(path, {"q": "Vrouw"}) if path == SEARCH else client.get(path)
    words = tuple(each["sql"] for each in asked if not each["sql"].startswith(NO_QUESTION))
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    return Seen(answer.status_code, words, text)


def _few_questions(visits: Visits) -> None:
    asked = {page: seen.asked for page, seen in visits.items()}
    assert not {page: each for page, each in asked.items() if len(each) > _most(page[0])}


def _most(path: str) -> int:
    """Of two dossiers beside each other, what is in each is asked."""
    return BUDGET + 5 if "/samenvoegen/" in path else BUDGET


def _no_more_for_more(small: Visits, large: Visits) -> None:
    assert small.keys() == large.keys()
    counts = {page: (len(small[page].asked), len(seen.asked)) for page, seen in large.items()}
    assert not {page: both for page, both in counts.items() if both[1] > both[0]}


def _short_lists(large: Visits) -> None:
    lists = {page: seen for page, seen in large.items() if page[0] in {*LISTS, SEARCH, DESTROYED}}
    shown = {page: (seen.longest_table, len(seen.text)) for page, seen in lists.items()}
    assert not {page: n for page, n in shown.items() if n[0] > PAGE or n[1] > LONGEST}


def _lists_go_on(clients: dict[Rol, Client]) -> None:
    """Behind a full page there is another, which asks as little."""
    chief, controller = clients[Rol.TEAMLEIDER], clients[Rol.KWALITEITSMEDEWERKER]
    lists = (chief, "/?groep=laat"), (chief, "/dossiers/?van=alle"), (controller, DESTROYED)
    for client, path in lists:
        second = _visit(client, _visit(client, path).next_page)
        assert second.longest_table == PAGE, path
        assert len(second.asked) <= BUDGET, second.asked
