"""Thirty-odd looks, as officials do their work: each gives exactly its lines, and nobody's name."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.apps.browsing import day
from tests.apps.filled import filled_dossier
from tests.apps.full_town import KIND, RULE
from tests.apps.visitor import visitor
from tests.dossier.makers import BSN, HIER, ON, dossier_for, later, team
from tests.logboek.looked import Reader

from meedoen.accounts.actions import Besluitrecht, add_medewerker, give_mandate, grant_role
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.logs import configure
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Besluit, Document, Dossier
from meedoen.logboek.models import Logregel

pytestmark = pytest.mark.usefixtures("db")

KM = Rol.KLANTMANAGER
SCHERM, BESTAND, OPDRACHT = "scherm", "bestand", "opdracht"
GLAS, BEWAREN = "toegang_met_reden", "bewaren_en_vernietigen"
PDF = b"%PDF-1.7\n"
HEALTH = "slaapt slecht sinds de reis"
NOTE = {"hoe": "telefoon", "notitie": "Belde over de taalles."}
REASON = "Ik vervang mijn collega, die vandaag ziek is."


@dataclass
class Town:
    """Selam with her child Noor, and Omar; who works there; and the log."""

    selam: Dossier
    noor: Dossier
    omar: Dossier
    clients: dict[str, Client]
    log: Reader
    told: list[str] = field(default_factory=list)

    @property
    def people(self) -> tuple[int | None, int | None, int | None]:
        return self.selam.persoon_id, self.noor.persoon_id, self.omar.persoon_id

    def at(self, place: str = "") -> str:
        return f"/dossiers/{self.selam.pk}/{place}"


@pytest.fixture
def town() -> Town:
    people = team(HIER)
    give_mandate(HIER, Besluitrecht(KM, KIND, "mandaat"), van=date(2022, 1, 1))
    who = add_medewerker("collega@example.org", "C. Collega")
    grant_role(who, KM, HIER, van=date(2022, 1, 1))
    selam = filled_dossier(people[KM])
    omar = dossier_for(people[KM], "Omar Haddad")
    with as_actor(people[KM]):
        noor = Dossier.objects.get(persoon__voornamen="Noor")
    clients = {rol.value: visitor(people[rol]) for rol in (KM, Rol.FG, Rol.BELEID)}
    clients["collega"] = visitor(Actor(who.pk, who.naam, KM, (HIER,)))
    ids = [each.persoon_id for each in (selam, noor, omar) if each.persoon_id]
    return Town(selam, noor, omar, clients, Reader(people[Rol.FG], ids))


Looks = list[tuple[Any, ...]]
ME, COLLEAGUE, ZOEK, BODY = KM.value, "collega", "zoeken", "dossiervoering"
FG, BELEID = Rol.FG.value, Rol.BELEID.value


def _looks(town: Town) -> Looks:
    """Who, where, what is typed; then the answer, the verwerking, the form and who is shown."""
    parts = (_finding, _reading, _writing, _of_a_colleague, _refused)
    return [look for part in parts for look in part(town)]


def _finding(town: Town) -> Looks:
    selam, noor, omar = town.people
    find = "/dossiers/zoek/"
    return [
        (ME, "/dossiers/", None, 200, ZOEK, SCHERM, (selam, noor, omar)),
        (ME, "/dossiers/?van=zonder", None, 200, ZOEK, SCHERM, ()),
        (ME, find, {"q": "Tesfay"}, 200, ZOEK, SCHERM, (selam, noor)),
        (ME, find, {"q": "Omar Haddad"}, 200, ZOEK, SCHERM, (omar,)),
        (ME, find, {"q": "Niemand"}, 200, ZOEK, SCHERM, ()),
    ]


def _reading(town: Town) -> Looks:
    selam, noor, _omar = town.people
    family, at = (selam, noor), town.at
    return [
        (ME, at(), None, 200, BODY, SCHERM, family),
        (ME, at("nu/"), None, 200, BODY, SCHERM, family),
        (ME, f"/dossiers/{town.noor.pk}/", None, 200, BODY, SCHERM, family),
        (ME, at("wijzigen/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at("gezin/"), None, 200, BODY, SCHERM, family),
        (ME, at("gezin/"), {"wie": "Omar"}, 200, BODY, SCHERM, town.people),
        (ME, at("adres/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at("tijdlijn/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at(f"waarom/{RULE}/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at("vastleggen/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at("afspraken/"), None, 200, "afspraken", SCHERM, (selam,)),
        (ME, at("brieven/"), None, 200, "brieven", SCHERM, (selam,)),
        (ME, at("documenten/"), None, 200, "documenten", SCHERM, (selam,)),
        (ME, at("bewaren/"), None, 200, BEWAREN, SCHERM, (selam,)),
        (ME, "/dossiers/nieuw/", None, 200, BODY, SCHERM, ()),
        (ME, "/dossiers/bericht/", None, 200, "berichten_duo", SCHERM, ()),
        (FG, "/dossiers/vernietigingen/", None, 200, BEWAREN, SCHERM, ()),
    ]


def _writing(town: Town) -> Looks:
    selam, _noor, omar = town.people
    at, letters = town.at, town.at(f"brieven/nieuw/{KIND}/")
    file = {"bestand": SimpleUploadedFile("brief.pdf", PDF), "gezien": "0"}
    return [
        (ME, at("contact/"), None, 200, BODY, SCHERM, (selam,)),
        (ME, at("contact/"), {"hoe": "x"}, 400, BODY, SCHERM, (selam,)),
        (ME, at("contact/"), NOTE, 302, BODY, OPDRACHT, (selam,)),
        (ME, at("documenten/"), file, 302, "documenten", OPDRACHT, (selam,)),
        (ME, letters, None, 200, "brieven", SCHERM, (selam,)),
        (ME, letters, _letter(), 302, "brieven", OPDRACHT, (selam,)),
        (ME, "/dossiers/nieuw/", _same(), 409, BODY, SCHERM, (omar,)),
    ]


def _of_a_colleague(town: Town) -> Looks:
    selam, noor, _omar = town.people
    at, open_it = town.at, town.at("toegang/")
    return [
        (COLLEAGUE, at(), None, 403, BODY, SCHERM, None),
        (COLLEAGUE, "/dossiers/zoek/", {"q": BSN}, 200, ZOEK, SCHERM, (selam,)),
        (COLLEAGUE, open_it, {"reden": ""}, 400, GLAS, SCHERM, (selam,)),
        (COLLEAGUE, open_it, {"reden": REASON}, 302, GLAS, OPDRACHT, (selam,)),
        (COLLEAGUE, at(), None, 200, BODY, SCHERM, (selam, noor)),
    ]


def _refused(town: Town) -> Looks:
    at = town.at
    return [
        (ME, "/dossiers/987654/", None, 404, BODY, SCHERM, None),
        (ME, at("documenten/987654/"), None, 404, "documenten", SCHERM, None),
        (ME, at("toegang/"), None, 405, GLAS, SCHERM, None),
        (BELEID, "/dossiers/", None, 403, ZOEK, SCHERM, None),
    ]


def _letter() -> dict[str, str]:
    return {**day("dag", date(2026, 10, 1)), "tijd": "10.00 uur", "plaats": "hier", "gezien": "99"}


def _same() -> dict[str, str]:
    """Somebody who sounds like Omar."""
    born = {"geboortedatum_dag": "", "geboortedatum_maand": "", "geboortedatum_jaar": "1991"}
    return {
        "voornamen": "Omar",
        "geslachtsnaam": "Haddad",
        "tolk_nodig": "nee",
        "talen": "Arabisch",
        **born,
    }


def _ask(town: Town, who: str, address: str, typed: dict[str, Any] | None) -> Any:
    client = town.clients[who]
    return client.get(address) if typed is None else client.post(address, typed)


def test_each_look_gives_exactly_its_lines(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    configure({"level": "INFO"})
    town.log.new()
    looks = _looks(town)
    assert len(looks) >= 30
    for who, address, typed, status, verwerking, vorm, shown in looks:
        answer = _ask(town, who, address, typed)
        assert answer.status_code == status, (address, errors_of(answer))
        got = town.log.look()
        wanted = dict.fromkeys(shown or (), (verwerking, vorm))
        assert (got.verwerking, got.vorm, got.shown) == (verwerking, vorm, wanted), address
        assert got.status == ("Error" if shown is None else "Ok"), address
    _nothing_told(town, capsys.readouterr().out)


def errors_of(answer: Any) -> list[str]:
    """What a page says is wrong."""
    return re.findall(r'href="#id_[^>]*>([^<]+)', answer.content.decode(errors="replace"))


def _nothing_told(town: Town, out: str) -> None:
    """No name and no number of a person, in the log of the server or in that of the looks."""
    with as_actor(town.log.actor):
        rows = list(Logregel.objects.values())
    kept = "\n".join(f"{row}" for row in rows)
    assert out.count('"event": "request"') >= 30
    for text in (out, kept):
        for word in (BSN, "Selam", "Tesfay", "Noor", "Omar", "Haddad", REASON, "Belde"):
            assert word not in text, word


def test_a_file_is_a_look_at_a_file(town: Town) -> None:
    for address, typed in (
        (town.at("documenten/"), {"bestand": SimpleUploadedFile("b.pdf", PDF), "gezien": "0"}),
        (town.at(f"brieven/nieuw/{KIND}/"), _letter()),
    ):
        assert _ask(town, KM.value, address, typed).status_code == 302
    document, besluit = _rows(town)
    town.log.new()
    for place, verwerking in (
        (f"documenten/{document}/", "documenten"),
        (f"brieven/{besluit}/voorbeeld/", "brieven"),
    ):
        assert _ask(town, KM.value, town.at(place), None).status_code == 200
        got = town.log.look()
        assert got.shown == {town.selam.persoon_id: (verwerking, BESTAND)}


def _rows(town: Town) -> tuple[int, int]:
    actor = Actor(None, "test", Rol.TEAMLEIDER, (HIER,))
    with as_actor(actor):
        return (
            Document.objects.filter(dossier=town.selam).latest("pk").pk,
            Besluit.objects.filter(dossier=town.selam).latest("pk").pk,
        )


def test_a_special_text_has_its_own_verwerking(town: Town) -> None:
    soort, place = special_soort(), town.at("tijdlijn/")
    actor = Actor(None, "test", KM, (HIER,))
    with as_actor(actor):
        record(town.selam.pk, soort[0], {soort[1]: HEALTH}, on=ON, at=later(5))
    town.log.new()
    answer = _ask(town, KM.value, place, None)
    assert HEALTH in answer.content.decode()
    got = town.log.look()
    assert got.verwerking == "dossiervoering"
    assert got.shown == {town.selam.persoon_id: ("bijzondere_gegevens", SCHERM)}


def test_who_sees_no_special_text_reads_no_special_data(town: Town) -> None:
    soort = special_soort()
    with as_actor(Actor(None, "test", KM, (HIER,))):
        record(town.selam.pk, soort[0], {soort[1]: HEALTH}, on=ON, at=later(5))
    teamleider = add_medewerker("t@example.org", "T. Leider")
    grant_role(teamleider, Rol.TEAMLEIDER, HIER, van=date(2022, 1, 1))
    client = visitor(Actor(teamleider.pk, teamleider.naam, Rol.TEAMLEIDER, (HIER,)))
    town.log.new()
    assert HEALTH not in client.get(town.at("tijdlijn/")).content.decode()
    assert town.log.look().shown == {town.selam.persoon_id: ("dossiervoering", SCHERM)}


def special_soort() -> tuple[str, str]:
    """A soort that asks nothing but a special text, and the name of that text."""
    from meedoen.law.register import register
    from meedoen.law.soort import BIJZONDER

    for soort in register().values():
        special = [text.name for text in soort.texts if text.privacy == BIJZONDER]
        asked = [each for each in soort.facts if each.required]
        others = [text for text in soort.texts if text.required and text.name not in special]
        if special and not soort.system and not asked and not others and KM.value in soort.roles:
            return soort.name, special[0]
    raise AssertionError("no such soort")
