"""Every address as every role: who may enter stands here once more, and the product agrees."""

import pytest
from django.test import Client
from tests.apps.full_town import FAMILY, full_town
from tests.apps.test_crawl import Address, addresses
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team

from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Besluit, Dossier, Gebeurtenis, Vernietiging

pytestmark = pytest.mark.usefixtures("db")

# The address of a screen, and the rights of which a role must have one. What is not named here asks
# for DOSSIERS_ZIEN: a new screen that asks for something else fails until it stands here.
ASKS: dict[str, set[Recht]] = {
    "dossiers/nieuw/": {Recht.DOSSIER_OPENEN},
    "dossiers/bericht/": {Recht.DOSSIER_OPENEN},
    "dossiers/overdracht/": {Recht.VERDELEN, Recht.EIGEN_OVERDRAGEN},
    "doorlooptijd/": {Recht.DOORLOOPTIJD_ZIEN},
    "doorlooptijd.csv": {Recht.DOORLOOPTIJD_ZIEN},
    "plan/gelijk/": {Recht.DOORLOOPTIJD_ZIEN},
    "intake/dossier/<int:pk>/vraag/<slug:kind>/": {Recht.VOORSTELLEN},
    "dossiers/<int:pk>/overdragen/": {Recht.VERDELEN, Recht.EIGEN_OVERDRAGEN},
    "dossiers/<int:pk>/samenvoegen/<int:ander>/": {Recht.SAMENVOEGEN_VOORSTELLEN},
    "dossiers/<int:pk>/samenvoeging/<int:samenvoeging>/": {
        Recht.SAMENVOEGEN_VOORSTELLEN,
        Recht.SAMENVOEGEN_BEVESTIGEN,
    },
    "dossiers/<int:pk>/toegang/": {Recht.INZAGE_VERANTWOORDEN},
    "dossiers/<int:pk>/brieven/nieuw/<slug:kind>/": {Recht.VOORSTELLEN},
    "dossiers/<int:pk>/brieven/nieuw/<slug:kind>/proef/": {Recht.VOORSTELLEN},
    "dossiers/<int:pk>/brieven/<int:besluit>/ondertekenen/": {Recht.ONDERTEKENEN},
    "dossiers/<int:pk>/brieven/<int:besluit>/versturen/": {Recht.ONDERTEKENEN},
    "dossiers/<int:pk>/brieven/<int:besluit>/terughalen/": {Recht.ONDERTEKENEN},
    "dossiers/<int:pk>/brieven/<int:besluit>/intrekken/": {Recht.ONDERTEKENEN},
    "opvang/": {Recht.KOMST_ZIEN},
    "opvang/taakstelling/": {Recht.VERDELEN},
    "opvang/bestand/": {Recht.DOSSIER_OPENEN},
    "opvang/bestand/nakijken/": {Recht.DOSSIER_OPENEN},
    "opvang/bestand/weg/": {Recht.DOSSIER_OPENEN},
    "opvang/bestand/voorbeeld/": {Recht.DOSSIER_OPENEN},
    "dossiers/bezwaren/": {Recht.BEZWAAR_BEHANDELEN},
    "dossiers/<int:pk>/bezwaren/<int:bezwaar>/<slug:stap>/": {Recht.BEZWAAR_BEHANDELEN},
    "dossiers/post/": {Recht.POST_VERWERKEN},
    "dossiers/post/maken/": {Recht.POST_VERWERKEN},
    "dossiers/post/<int:partij>/bestand.zip": {Recht.POST_VERWERKEN},
    "dossiers/post/<int:partij>/gepost/": {Recht.POST_VERWERKEN},
    "dossiers/post/<int:partij>/niet-gepost/": {Recht.POST_VERWERKEN},
    "dossiers/<int:pk>/vernietigen/": {Recht.VERNIETIGING_VOORSTELLEN},
    "dossiers/vernietigingen/": {
        Recht.VERNIETIGING_VOORSTELLEN,
        Recht.VERNIETIGING_GOEDKEUREN,
    },
    "dossiers/vernietigingen/<int:vernietiging>/": {Recht.VERNIETIGING_GOEDKEUREN},
    "dossiers/vernietigingen/<int:vernietiging>/verklaring/": {
        Recht.VERNIETIGING_VOORSTELLEN,
        Recht.VERNIETIGING_GOEDKEUREN,
    },
    "dossiers/<int:pk>/beperking/<slug:stap>/": {Recht.BEPERKEN},
    "dossiers/<int:pk>/hoort-hier-niet/": {Recht.INTREKKING_VOORSTELLEN},
    "dossiers/<int:pk>/tijdlijn/<int:nummer>/hoort-hier-niet/": {Recht.INTREKKING_VOORSTELLEN},
    "dossiers/<int:pk>/inzage/": {Recht.INZAGE_GEVEN, Recht.INZAGE_NAKIJKEN},
    "dossiers/<int:pk>/inzage/<slug:stap>/": {Recht.INZAGE_GEVEN, Recht.INZAGE_NAKIJKEN},
    "dossiers/<int:pk>/inzage/kopie/": {Recht.INZAGE_GEVEN},
    "dossiers/<int:pk>/inzage/kopie.json": {Recht.INZAGE_GEVEN},
    "dossiers/intrekkingen/": {Recht.INTREKKING_VOORSTELLEN, Recht.INTREKKING_GOEDKEUREN},
    "dossiers/intrekkingen/<int:intrekking>/": {
        Recht.INTREKKING_VOORSTELLEN,
        Recht.INTREKKING_GOEDKEUREN,
    },
    "dossiers/intrekkingen/<int:intrekking>/beslissen/": {Recht.INTREKKING_GOEDKEUREN},
    "intake/spreiding/": {Recht.SPREIDING_ZIEN},
    "intake/spreiding/kiezen/": {Recht.TEAMBEELD_KIEZEN},
    "intake/vragen/<slug:taal>/vragen.pdf": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/gesprek/": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/gesprek/<slug:onderdeel>/": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/gesprek/<slug:onderdeel>/wie/": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/gesprek/<slug:onderdeel>/eerder/": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/startpositie/": {Recht.INTAKE_VOEREN},
    "intake/dossier/<int:pk>/afronden/": {Recht.INTAKE_VOEREN},
    "logboek/": {Recht.TOEGANG_NAZIEN},
    "logboek/zoek/": {Recht.TOEGANG_NAZIEN},
    "logboek/bestand/": {Recht.TOEGANG_NAZIEN},
    "logboek/persoon/<int:persoon>/": {Recht.TOEGANG_NAZIEN},
    "logboek/medewerkers/": {Recht.TOEGANG_NAZIEN},
    "logboek/medewerkers/<int:medewerker>/": {Recht.TOEGANG_NAZIEN},
    "berichten/": {Recht.BERICHTEN_ZIEN},
    "berichten/verbinding/": {Recht.BERICHTEN_ZIEN, Recht.VERBINDING_BEHEREN},
    "berichten/contactpersonen/": {Recht.BERICHTEN_ZIEN, Recht.VERBINDING_BEHEREN},
    "berichten/contactpersonen/<int:eigen>/": {Recht.BERICHTEN_ZIEN},
    "berichten/contactpersonen/<int:eigen>/<slug:stap>/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/contact/<int:contactmelding>/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/contact/<int:contactmelding>/<slug:stap>/": {Recht.BERICHTEN_ZIEN},
    "gegevens/": {Recht.BERICHTEN_ZIEN},
    "gegevens/team/": {Recht.VERBINDING_BEHEREN},
    "berichten/geweigerd/": {Recht.BERICHT_LEZEN},
    "berichten/geweigerd/<int:geweigerd>/": {Recht.BERICHT_LEZEN},
    "berichten/onbekend/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/vraag/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/vraag/<int:vraag>/": {Recht.BERICHT_LEZEN},
    "berichten/dossier/<int:pk>/melding/<int:melding>/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/melding/<int:melding>/portal/": {Recht.BERICHTEN_ZIEN},
    "berichten/dossier/<int:pk>/melding/<int:melding>/<slug:stap>/": {Recht.BERICHTEN_ZIEN},
    "berichten/<int:bericht>/": {Recht.BERICHTEN_ZIEN},
    "berichten/<int:bericht>/tekst/": {Recht.BERICHT_LEZEN},
    "berichten/<int:bericht>/koppel/": {Recht.BERICHTEN_ZIEN},
    "berichten/<int:bericht>/gedaan/": {Recht.BERICHTEN_ZIEN},
    "berichten/<int:bericht>/<slug:stap>/": {Recht.BERICHTEN_ZIEN},
    "huisstijl/": {Recht.HUISSTIJL_KIEZEN},
    "werklijst.csv": {Recht.WERKLIJST_MEENEMEN},
    "werklijst.xlsx": {Recht.WERKLIJST_MEENEMEN},
    "team/": {Recht.TEAM_ZIEN},
    "plan/leerroutes/": {Recht.TEAM_ZIEN},
    "plan/dossier/<int:pk>/besluit/voorstellen/": {Recht.VOORSTELLEN},
    "plan/dossier/<int:pk>/besluit/proef/": {Recht.VOORSTELLEN},
    "teambeeld/": {Recht.TEAMBEELD_KIEZEN},
    "brieven/teksten/": {Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN},
    "brieven/teksten/versie/<int:versie>/": {Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN},
    "brieven/teksten/<slug:brief>/voorbeeld/": {
        Recht.TEKSTEN_BEHEREN,
        Recht.TEKSTEN_VASTSTELLEN,
    },
    "brieven/teksten/<slug:brief>/<slug:blok>/": {
        Recht.TEKSTEN_BEHEREN,
        Recht.TEKSTEN_VASTSTELLEN,
    },
    "brieven/afzender/": {Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN},
    "brieven/afzender/<int:afzender>/": {Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN},
    "brieven/afzender/<int:afzender>/voorbeeld/": {
        Recht.TEKSTEN_BEHEREN,
        Recht.TEKSTEN_VASTSTELLEN,
    },
    "vervanging/": {Recht.VERVANGING_REGELEN},
    "vervanging/nieuw/": {Recht.VERVANGING_REGELEN},
    "vervanging/<int:vervanging>/stop/": {Recht.VERVANGING_REGELEN},
    "rechten/": {Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN},
    "rechten/csv/": {Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN},
    "rechten/rollen/": {Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN},
    "rechten/mandaten/": {Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN},
    "rechten/mandaten/geef/<slug:rol>/": {Recht.RECHTEN_BEHEREN},
    "rechten/mandaten/<int:mandaat>/stop/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/": {Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN},
    "rechten/<int:medewerker>/geef/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/stop/<int:verlening>/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/nagezien/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/sluit/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/open/": {Recht.RECHTEN_BEHEREN},
    "rechten/<int:medewerker>/koppel/<int:verzoek>/": {Recht.RECHTEN_BEHEREN},
    "uitnodigingen/": {Recht.RECHTEN_BEHEREN},
    "uitnodigingen/nieuw/": {Recht.RECHTEN_BEHEREN},
    "uitnodigingen/opnieuw/": {Recht.RECHTEN_BEHEREN},
    "uitnodigingen/link/": {Recht.RECHTEN_BEHEREN},
    "uitnodigingen/<int:pk>/intrekken/": {Recht.RECHTEN_BEHEREN},
}
# Open to whoever comes, also without a role; no case is ever shown there.
OPEN = {
    "inloggen/",
    "uitloggen/",
    "rol/",
    "begin/",
    "hulp/",
    "toegankelijkheid/",
    "demodag/",
    "inloggen/passkey/",
    "inloggen/code/",
    "inloggen/bij/<slug:provider>/",
    "inloggen/bij/<slug:provider>/terug/",
    "inloggen/bij/<slug:provider>/uitgelogd/",
    "beveiliging/",
    "beveiliging/wachtwoord/",
    "beveiliging/app/",
    "beveiliging/app/weg/",
    "beveiliging/passkey/",
    "beveiliging/passkey/<int:pk>/weg/",
    "beveiliging/herstelcodes/",
    "beveiliging/herstelcodes/nieuw/",
    "bevestigen/",
    "bevestigen/code/",
    "bevestigen/passkey/",
    "uitnodiging/",
    "uitnodiging/<str:sleutel>/",
    "agenda/<str:sleutel>.ics",
    "sessie/",
    "v1/notificaties",  # who sends is what the certificate says: tests/api
    "stijl/",
    "taal/",
    "begrippen/",
    "regelboek/",
    "regelboek/<slug:deel>/",
    "_healthz/",
    "_healthz/livez/",
    "_healthz/readyz/",
    ".well-known/security.txt",
}
TYPED = {"reden": "Een lange reden, die ergens voor kan gelden.", "grond": "termijn voorbij"}
TABLES = (Dossier, Gebeurtenis, Besluit, Vernietiging)


def _with_cases() -> list[Address]:
    return [each for each in addresses() if each.view.doel]


def _may(rol: Rol, address: Address) -> bool:
    return bool(ASKS.get(address.route, {Recht.DOSSIERS_ZIEN}) & RECHTEN[rol])


def test_what_is_open_to_all_is_named() -> None:
    assert {each.route for each in addresses() if not each.view.doel} == OPEN


def test_no_right_is_asked_for_an_address_that_is_not_there() -> None:
    assert set(ASKS) <= {each.route for each in _with_cases()}


@pytest.mark.parametrize("rol", Rol)
def test_a_role_enters_what_its_rights_open_and_writes_nothing_elsewhere(rol: Rol) -> None:
    people, own = full_town(HIER)
    client = visitor(people[rol])
    sees_case = rol is Rol.KLANTMANAGER or Recht.ALLE_DOSSIERS_ZIEN in RECHTEN[rol]
    before = _counted(people)
    for address in _with_cases():
        assert (rol in address.view.rollen) is _may(rol, address), address.route
        if not _may(rol, address):
            _is_refused(client, address.path(own))
            continue
        answer = client.get(address.path(own))
        shown = answer.content.decode(errors="replace")
        assert answer.status_code in {200, 302, 400, 403, 404, 405}, address.route
        assert answer.status_code != 403 or not sees_case or "brieven" in address.route
        assert sees_case or "pk" not in address.names or FAMILY[HIER] not in shown
    assert _counted(people) == before


def _is_refused(client: Client, path: str) -> None:
    for answer in (client.get(path), client.post(path, TYPED)):
        assert answer.status_code == 403, path
        assert FAMILY[HIER] not in answer.content.decode()


def _counted(people: Team) -> list[int]:
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        return [table.objects.count() for table in TABLES]
