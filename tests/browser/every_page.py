"""A town with every kind of page, for tests that look at all of them: full, empty, errors."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

SHOTS = os.environ.get("MEEDOEN_SHOTS", "")  # a folder: pictures for whoever wants to look
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 320, "height": 800}
ZOOMED = {"width": 720, "height": 450}  # what is left of 1440 x 900 at 200 %


@dataclass(frozen=True)
class Place:
    """A page: a name for it, whose session, its path.

    `press`: a button that brings its errors; `search`: what is typed in the box on top.
    """

    name: str
    who: str
    path: str
    press: str = ""
    search: str = ""


WRITE, PROPOSE = "/dossiers/{full}/brieven/nieuw/", "Stel de brief voor"
# One page of each kind on which the contrast is looked at in every run; the rest in --deep.
COLOURS = {
    *("werklijst", "kalender", "nu", "persoon", "tijdlijn", "waarom", "brief", "bezwaar"),
    *("team", "huisstijl", "brieven-tekst", "rechten-iemand", "logboek", "inloggen"),
}
REFUSED = {"persoon-dicht", "niet-gevonden", "mag-niet"}
# Every kind of page; the blanks are numbers of rows that `build` made.
PLACES = (
    Place("werklijst", "mine", "/"),
    Place("werklijst-groep", "mine", "/?groep=onbekend"),
    Place("werklijst-leeg", "empty", "/"),
    Place("werklijst-deel", "chief", "/?signaal=pip&leerroute=geen&vanaf_dag=2026-01-01"),
    Place("werklijst-fout", "mine", "/?signaal=niets&van=mijn"),
    Place("kalender", "mine", "/kalender/?week=2026-W40"),
    Place("kalender-leeg", "empty", "/kalender/"),
    Place("kalender-fout", "mine", "/kalender/?week=2027-W53"),
    Place("agenda", "mine", "/agenda/"),
    Place("begin", "policy", "/begin/"),
    Place("rol", "mine", "/rol/"),
    Place("dossiers", "mine", "/dossiers/"),
    Place("dossiers-leeg", "empty", "/dossiers/"),
    Place("zoek", "mine", "/", search="Selam"),
    Place("zoek-niets", "mine", "/", search="Niemand zo te vinden"),
    Place("nieuw", "mine", "/dossiers/nieuw/", "Open het dossier"),
    Place("bericht", "mine", "/dossiers/bericht/", "Verwerk het bericht"),
    Place("nu", "mine", "/dossiers/{told}/nu/"),
    Place("regelboek", "mine", "/regelboek/?q=uiterste"),
    Place("regelboek-hoofdstuk", "mine", "/regelboek/persoonlijk_plan/"),
    Place("regelboek-getallen", "mine", "/regelboek/getallen/?op_dag=1&op_maand=7&op_jaar=2025"),
    Place("regelboek-fout", "mine", "/regelboek/getallen/?op_dag=31&op_maand=2&op_jaar=2025"),
    Place("regelboek-feiten", "mine", "/regelboek/feiten/"),
    Place("regelboek-lezingen", "mine", "/regelboek/lezingen/"),
    Place("nu-toen", "mine", "/dossiers/{told}/nu/?op_dag=15&op_maand=9&op_jaar=2026"),
    Place("nu-straks", "mine", "/dossiers/{told}/nu/?op_dag=1&op_maand=3&op_jaar=2028"),
    Place("feit", "mine", "/dossiers/{told}/feit/kennisgeving_op/"),
    Place("nu-leeg", "mine", "/dossiers/{full}/nu/"),
    Place("nu-veilig", "mine", "/dossiers/{safe}/nu/"),
    Place("persoon", "mine", "/dossiers/{full}/"),
    Place("persoon-veilig", "mine", "/dossiers/{safe}/"),
    Place("persoon-dicht", "mine", "/dossiers/{theirs}/", "Open dit dossier"),
    Place("gezin", "mine", "/dossiers/{full}/gezin/"),
    Place("veilig-contact", "mine", "/dossiers/{full}/veilig-contact/", "Spreek dit af"),
    Place("wijzigen", "mine", "/dossiers/{full}/wijzigen/", "Leg vast"),
    Place("adres", "mine", "/dossiers/{full}/adres/", "Leg vast"),
    Place("vertegenwoordiging", "mine", "/dossiers/{full}/vertegenwoordiging/", "Leg vast"),
    Place("afwezigheid", "mine", "/dossiers/{full}/afwezigheid/", "Leg vast"),
    Place("bewijs", "mine", "/dossiers/{full}/bewijs/", "Leg vast"),
    Place("overdragen", "chief", "/dossiers/{full}/overdragen/"),
    Place("overdracht", "chief", "/dossiers/overdracht/"),
    Place("overdracht-kies", "chief", "/dossiers/overdracht/?van={medewerker}"),
    Place("einde", "mine", "/dossiers/{pk}/einde/vertegenwoordiging/{rij}/"),
    Place("tijdlijn", "mine", "/dossiers/{told}/tijdlijn/"),
    Place("tijdlijn-toen", "mine", "/dossiers/{told}/tijdlijn/?op_dag=14&op_maand=9&op_jaar=2026"),
    Place("tijdlijn-fout", "mine", "/dossiers/{told}/tijdlijn/?op_dag=31&op_maand=2&op_jaar=2026"),
    Place("herstel", "mine", "/dossiers/{told}/tijdlijn/3/herstel/"),
    Place("intrekken", "mine", "/dossiers/{told}/tijdlijn/3/intrekken/"),
    Place("vastleggen", "mine", "/dossiers/{told}/vastleggen/"),
    Place("vastleggen-niets", "mine", "/dossiers/{told}/vastleggen/?soort=niets-van-dat-al"),
    Place(
        "vastleggen-maandbedragen_vastgesteld",
        "mine",
        "/dossiers/{told}/vastleggen/maandbedragen_vastgesteld/",
        "Leg vast",
    ),
    Place("vastleggen-contact", "mine", "/dossiers/{told}/vastleggen/contact/", "Leg vast"),
    Place(
        "vastleggen-kennisgeving_ontvangen",
        "mine",
        "/dossiers/{told}/vastleggen/kennisgeving_ontvangen/",
        "Leg vast",
    ),
    Place("waarom", "mine", "/dossiers/{told}/waarom/persoonlijk_plan.uiterste_dag/"),
    Place("documenten", "mine", "/dossiers/{told}/documenten/", "Voeg toe"),
    Place("documenten-leeg", "mine", "/dossiers/{full}/documenten/"),
    Place("afspraken", "mine", "/dossiers/{told}/afspraken/"),
    Place("afspraken-leeg", "mine", "/dossiers/{full}/afspraken/"),
    Place("afspraak-nieuw", "mine", "/dossiers/{told}/afspraken/nieuw/", "Maak de afspraak"),
    Place("afspraak", "mine", "/dossiers/{told}/afspraken/{talk}/"),
    Place(
        "toezegging-nieuw", "mine", "/dossiers/{told}/toezeggingen/nieuw/", "Leg de belofte vast"
    ),
    Place("toezegging", "mine", "/dossiers/{pk}/toezeggingen/{toezegging}/", "Leg vast"),
    Place("uitstel", "mine", "/dossiers/{pk}/uitstel/{signaal}/{welk}/", "Stel uit"),
    Place("brieven", "mine", "/dossiers/{pk}/brieven/"),
    Place("brieven-leeg", "mine", "/dossiers/{full}/brieven/"),
    Place("brief-uitnodiging_brede_intake", "mine", WRITE + "uitnodiging_brede_intake/", PROPOSE),
    Place("brief-besluit_algemeen", "mine", WRITE + "besluit_algemeen/", PROPOSE),
    Place("brief-vaststelling_pip", "mine", WRITE + "vaststelling_pip/", PROPOSE),
    Place("brief-zonder-mandaat", "mine", WRITE + "oproep_brede_intake/"),
    Place("brief", "mine", "/dossiers/{pk}/brieven/{besluit}/"),
    Place("brief-bezwaar", "mine", "/dossiers/{objected}/brieven/{decided}/"),
    Place(
        "bezwaar-nieuw",
        "mine",
        "/dossiers/{objected}/brieven/{decided}/bezwaar/",
        "Leg het bezwaar vast",
    ),
    Place("bezwaar", "jurist", "/dossiers/{objected}/bezwaren/{bezwaar}/"),
    Place("bezwaren", "jurist", "/dossiers/bezwaren/"),
    Place("post", "quality", "/dossiers/post/"),
    Place("contact", "mine", "/dossiers/{told}/contact/"),
    Place("bewaren", "quality", "/dossiers/{told}/bewaren/"),
    Place("vernietigingen", "fg", "/dossiers/vernietigingen/"),
    Place("vernietiging", "fg", "/dossiers/vernietigingen/{vernietiging}/"),
    Place("team", "chief", "/team/"),
    Place("teambeeld", "boss", "/teambeeld/", "Leg deze keuze vast"),
    Place("uitvoer-fout", "mine", "/werklijst.csv?signaal=bestaat-niet"),
    Place("vervanging", "chief", "/vervanging/"),
    Place("vervanging-nieuw", "chief", "/vervanging/nieuw/", "Regel deze vervanging"),
    Place("vervanging-stop", "chief", "/vervanging/{vervanging}/stop/"),
    Place("huisstijl", "boss", "/huisstijl/", "Leg vast"),
    Place("brieven-teksten", "boss", "/brieven/teksten/"),
    Place("brieven-tekst", "boss", "/brieven/teksten/{brief}/{blok}/"),
    Place("brieven-tekst-vast", "boss", "/brieven/teksten/uitnodiging_brede_intake/vrijwillig/"),
    Place("brieven-versie", "chief", "/brieven/teksten/versie/{versie}/"),
    Place("brieven-afzender", "boss", "/brieven/afzender/"),
    Place("brieven-afzender-versie", "chief", "/brieven/afzender/{afzender}/"),
    Place("rechten", "boss", "/rechten/"),
    Place("rechten-rollen", "boss", "/rechten/rollen/"),
    Place("mandaten", "boss", "/rechten/mandaten/"),
    Place("mandaten-geef", "boss", "/rechten/mandaten/geef/jurist/", "Leg dit mandaat vast"),
    Place("mandaten-stop", "boss", "/rechten/mandaten/{mandaat}/stop/", "Stop dit mandaat"),
    Place("rechten-iemand", "boss", "/rechten/{medewerker}/"),
    Place("rechten-geef", "boss", "/rechten/{medewerker}/geef/"),
    Place("rechten-stop", "boss", "/rechten/{medewerker}/stop/{verlening}/"),
    Place("rechten-nagezien", "boss", "/rechten/{medewerker}/nagezien/"),
    Place("rechten-sluit", "boss", "/rechten/{medewerker}/sluit/"),
    Place("rechten-open", "boss", "/rechten/{medewerker}/open/"),
    Place("rechten-koppel", "boss", "/rechten/{medewerker}/koppel/{verzoek}/"),
    Place("berichten", "chief", "/berichten/"),
    Place("berichten-leeg", "empty", "/berichten/?toon=actie"),
    Place("bericht-duo", "chief", "/berichten/{bericht}/", "Koppel aan dit dossier"),
    Place("bericht-tekst", "chief", "/berichten/{bericht}/tekst/"),
    Place("geweigerd", "quality", "/berichten/geweigerd/"),
    Place("geweigerd-tekst", "quality", "/berichten/geweigerd/{geweigerd}/"),
    Place("verbinding", "boss", "/berichten/verbinding/", "Leg dit OIN vast"),
    Place("logboek", "fg", "/logboek/"),
    Place("logboek-persoon", "fg", "/logboek/persoon/{persoon}/"),
    Place("logboek-medewerkers", "fg", "/logboek/medewerkers/"),
    Place("logboek-medewerker", "fg", "/logboek/medewerkers/{medewerker}/"),
    Place("beperking", "quality", "/dossiers/{pk}/beperking/"),
    Place("inzage", "quality", "/dossiers/{pk}/inzage/"),
    Place("hoort-hier-niet", "quality", "/dossiers/{told}/hoort-hier-niet/"),
    Place("intrekkingen", "fg", "/dossiers/intrekkingen/"),
    Place("intrekking-besluit", "fg", "/dossiers/intrekkingen/{intrekking}/beslissen/"),
    Place("niet-gevonden", "mine", "/bestaat-niet/"),
    Place("mag-niet", "policy", "/dossiers/"),
    Place("hulp", "mine", "/hulp/"),
    Place("toegankelijkheid", "", "/toegankelijkheid/"),
    Place("inloggen", "", "/inloggen/", "Log in"),
    Place("beveiliging", "mine", "/beveiliging/"),
    Place("begrippen", "mine", "/begrippen/"),
    Place("taal", "", "/taal/"),
    Place("uitnodigingen", "boss", "/uitnodigingen/"),
    Place("uitnodigingen-nieuw", "boss", "/uitnodigingen/nieuw/", "Maak de uitnodiging"),
    Place("uitnodigingen-opnieuw", "boss", "/uitnodigingen/opnieuw/"),
)


@dataclass(frozen=True)
class Town:
    """The address of the server, a session per official, and every place to look at."""

    address: str
    sessions: dict[str, str]
    places: tuple[Place, ...]


def build() -> tuple[dict[str, str], tuple[Place, ...]]:
    """Fill the database: three dossiers, letters in every state; sessions and places."""
    from tests.apps.filled import filled_dossier, safe_dossier
    from tests.apps.full_town import full_town
    from tests.apps.objected import objected_dossier
    from tests.apps.told import told_dossier
    from tests.apps.visitor import visitor
    from tests.dossier.makers import ELDERS, HIER, dossier_for, team

    from meedoen.accounts.actions import Besluitrecht, give_mandate
    from meedoen.accounts.roles import Rol

    people, values = full_town(HIER)
    mine = people[Rol.KLANTMANAGER]
    plan = Besluitrecht(Rol.KLANTMANAGER, "vaststelling_pip", "mandaat")
    give_mandate(HIER, plan, van=date(2022, 1, 1))
    full, safe = filled_dossier(mine).pk, safe_dossier(mine).pk
    told, talk = told_dossier(mine)
    theirs = dossier_for(people[Rol.TEAMLEIDER], "Oksana Kovalenko").pk
    for name in ("Omar Haddad", "Li Wei", "Yusuf Aden", "Amina Warsame", "Zahra Karimi"):
        dossier_for(mine, name)
    elders = team(ELDERS)
    who = {
        "mine": mine,
        "chief": people[Rol.TEAMLEIDER],
        "quality": people[Rol.KWALITEITSMEDEWERKER],
        "jurist": people[Rol.JURIST],
        "fg": people[Rol.FG],
        "boss": people[Rol.BEHEERDER],
        "policy": people[Rol.BELEID],
        "empty": elders[Rol.KLANTMANAGER],
    }
    ids = (
        values
        | objected_dossier(people)
        | {"full": full, "safe": safe, "told": told.pk, "talk": talk.pk, "theirs": theirs}
    )
    sessions = {name: visitor(actor).cookies["sessie"].value for name, actor in who.items()}
    return sessions, tuple(replace(each, path=each.path.format(**ids)) for each in PLACES)


@contextmanager
def visit(browser: Browser, town: Town, who: str, **more: Any) -> Iterator[Page]:
    """A page in the browser of an official; `more`: how the browser is."""
    context = browser.new_context(base_url=town.address, viewport=WIDE, **more)  # type: ignore[arg-type]
    if who:
        cookie: Any = {"name": "sessie", "value": town.sessions[who], "url": town.address}
        context.add_cookies([cookie])
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


@contextmanager
def seen_as(page: Page, size: Any, **media: Any) -> Iterator[None]:
    """The same page in another size and other colours, and back."""
    page.set_viewport_size(size)
    page.emulate_media(**media)
    yield
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="null", forced_colors="null", media="null")


def go(page: Page, place: Place) -> None:
    """Go to a place as a visitor does; it must be there, unless it is about not being there."""
    answer = page.goto(place.path)
    refused = answer is None or answer.status in {403, 404}
    assert refused == (place.name in REFUSED), place
    if place.search:
        page.locator("#zoek").fill(place.search)
        with page.expect_navigation():
            page.keyboard.press("Enter")


def open_all(page: Page) -> None:
    """Open what can be folded out: it must be right as well."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true })")


def shoot(page: Page, name: str) -> None:
    """Pictures of a page in the folder of MEEDOEN_SHOTS, if there is one, for who wants to look."""
    if not SHOTS:
        return
    ways: dict[str, tuple[Any, dict[str, Any]]] = {
        "wide": (WIDE, {}),
        "narrow": (NARROW, {}),
        "dark": (WIDE, {"color_scheme": "dark"}),
        "forced": (WIDE, {"forced_colors": "active"}),
        "print": (WIDE, {"media": "print"}),
    }
    for way, (size, media) in ways.items():
        with seen_as(page, size, **media):
            page.screenshot(path=Path(SHOTS) / f"{name}-{way}.png", full_page=True)


def too_wide(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    return bool(
        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    )
