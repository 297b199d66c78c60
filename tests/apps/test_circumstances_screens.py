"""Forms about somebody: address, family, safe contact, representatives, absence, identity."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.filled import WHERE, filled_dossier
from tests.apps.visitor import few_queries, hidden, page, person, visitor
from tests.dossier.makers import HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.models import (
    Adres,
    Afwezigheid,
    Gezinslid,
    Identiteitsbewijs,
    VeiligContact,
    Vertegenwoordiging,
)

pytestmark = pytest.mark.usefixtures("db")

KM = Rol.KLANTMANAGER
DAY = {"van_dag": "14", "van_maand": "9", "van_jaar": "2026"}
UNTIL = {"tot_en_met_dag": "31", "tot_en_met_maand": "12", "tot_en_met_jaar": "2026"}
VALID = {"geldig_tot_dag": "1", "geldig_tot_maand": "2", "geldig_tot_jaar": "2030"}
SEEN = {
    "bewijs_gezien_op_dag": "14",
    "bewijs_gezien_op_maand": "9",
    "bewijs_gezien_op_jaar": "2026",
}
FORMS: list[tuple[str, type[Any], dict[str, str]]] = [
    ("adres", Adres, {"soort": "woonadres", **WHERE, **DAY}),
    ("veilig-contact", VeiligContact, {"kanaal": "bel dinsdag"}),
    (
        "vertegenwoordiging",
        Vertegenwoordiging,
        {"soort": "curator", "omvang": "alles", "naam": "C. Urator", **WHERE, **DAY, **SEEN},
    ),
    ("afwezigheid", Afwezigheid, {**DAY, **UNTIL}),
    ("bewijs", Identiteitsbewijs, {"soort": "paspoort", **VALID}),
]


@pytest.mark.parametrize(("name", "table", "typed"), FORMS)
def test_every_form_writes_once_and_shows_what_somebody_else_wrote(
    name: str, table: type[Any], typed: dict[str, str]
) -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client, address = visitor(staff[KM]), f"{person(dossier)}{name}/"
    with few_queries():
        gezien = hidden(page(client, address))["gezien"]
    for _click in range(2):
        page(client, address, status=302, **typed, gezien=gezien)
    with as_actor(staff[KM]):
        assert table.objects.count() == 1
    other = {
        key: {
            "Lindelaan 1": "Andere weg 2",
            "bel dinsdag": "mail",
            "C. Urator": "D",
            "2030": "2031",
        }.get(value, "2027" if key == "tot_en_met_jaar" else value)
        for key, value in typed.items()
    }
    shown = page(client, address, status=409, **other, gezien=gezien)
    assert "Iemand anders was u net voor" in shown
    assert "Dit staat er nu" in shown or name == "adres"
    with as_actor(staff[KM]):
        assert table.objects.count() == 1


@pytest.mark.parametrize(("name", "table", "typed"), FORMS)
def test_every_form_refuses_nothing_at_all_and_keeps_the_page(
    name: str, table: type[Any], typed: dict[str, str]
) -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    empty = dict.fromkeys(typed, "")
    shown = page(visitor(staff[KM]), f"{person(dossier)}{name}/", status=400, **empty, gezien="1")
    assert "niet goed ingevuld" in shown
    with as_actor(staff[KM]):
        assert not table.objects.exists()


def test_a_day_to_come_is_refused_and_nothing_is_written() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    typed = {"soort": "woonadres", **WHERE, **DAY, "van_jaar": "2099", "gezien": "1"}
    shown = page(visitor(staff[KM]), f"{person(dossier)}adres/", status=400, **typed)
    assert "toekomst" in shown
    with as_actor(staff[KM]):
        assert not Adres.objects.exists()


def test_who_left_has_no_address_and_everybody_else_a_whole_one() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client, address = visitor(staff[KM]), f"{person(dossier)}adres/"
    typed = {**DAY, "gezien": "1", "straat": "Kade 9", "postcode": "12 AB", "plaats": ""}
    shown = page(client, address, status=400, soort="woonadres", **typed)
    assert "geen postcode" in shown
    assert "Plaats" in shown
    page(client, address, status=400, soort="geheim", **(typed | {"postcode": ""}))
    page(client, address, status=302, soort="vow", **(typed | {"postcode": "", "straat": ""}))
    assert "vertrokken, onbekend waarheen" in page(client, person(dossier))


def test_a_secret_address_opens_only_on_purpose() -> None:
    staff = team(HIER, KM)
    dossier = dossier_for(staff[KM])
    client = visitor(staff[KM])
    typed = {**DAY, **WHERE, "gezien": "1", "soort": "geheim"}
    page(client, f"{person(dossier)}adres/", status=302, **typed)
    shown = page(client, person(dossier))
    closed = re.search(r'<details class="dicht".*?</details>', shown, re.DOTALL)
    assert closed is not None
    assert "Lindelaan 1" in closed[0]
    assert "Lindelaan 1" not in shown.replace(closed[0], "")


def test_a_family_is_found_by_name_and_left_again() -> None:
    staff = team(HIER, KM)
    mother, child = dossier_for(staff[KM]), dossier_for(staff[KM], "Noor Tesfay")
    client, address = visitor(staff[KM]), f"{person(mother)}gezin/"
    page(client, address)
    assert "Niemand gevonden" in page(client, address, wie="Nobody")
    found = page(client, address, wie="Noor")
    assert child.nummer in found
    typed = {**hidden(found), "koppel": "ja", "rol": "ouder", "rol_ander": "kind", **DAY}
    assert "niet goed ingevuld" in page(client, address, status=400, **typed)
    page(client, address, status=302, **typed, ander=str(child.pk))
    assert "Noor Tesfay" in page(client, person(mother))
    with as_actor(staff[KM]):
        mine = Gezinslid.objects.get(persoon=mother.persoon)
    ending = f"{person(mother)}einde/gezin/{mine.pk}/"
    assert "blijven bij elkaar" in page(client, ending)
    page(client, ending, status=302, op_dag="20", op_maand="9", op_jaar="2026")
    assert "Noor" not in page(client, person(mother))


def test_what_ends_is_of_this_person_or_is_not_there() -> None:
    staff = team(HIER, KM)
    dossier, other = filled_dossier(staff[KM]), dossier_for(staff[KM], "Omar Haddad")
    client = visitor(staff[KM])
    with as_actor(staff[KM]):
        rows: list[tuple[str, Callable[[], Any]]] = [
            ("vertegenwoordiging", Vertegenwoordiging.objects.get),
            ("afwezigheid", Afwezigheid.objects.get),
        ]
        found = [(name, row().pk) for name, row in rows]
    for name, pk in found:
        assert client.get(f"{person(other)}einde/{name}/{pk}/").status_code == 404
        page(
            client,
            f"{person(dossier)}einde/{name}/{pk}/",
            status=302,
            op_dag="20",
            op_maand="9",
            op_jaar="2026",
        )
    assert client.get(f"{person(dossier)}einde/iets/1/").status_code == 404
    shown = page(client, person(dossier))
    assert "Bewind BV" not in shown
    assert "Niet bereikbaar" not in shown


def test_safe_contact_ends_and_opens_the_address_again() -> None:
    staff = team(HIER, KM)
    dossier = filled_dossier(staff[KM])
    with as_actor(staff[KM]):
        made = circumstances.set_safe_contact(dossier.pk, {"kanaal": "x"}, on=ON, at=later(2))
    client = visitor(staff[KM])
    address = f"{person(dossier)}einde/veilig-contact/{made.pk}/"
    assert "weer te zien" in page(client, address)
    page(client, address, status=302, op_dag="20", op_maand="9", op_jaar="2026")
    assert "Lindelaan 1" in page(client, person(dossier))
