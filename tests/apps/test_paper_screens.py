"""Documents and appointments: what is refused, what is kept once, and who interprets."""

import zlib
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.apps.browsing import day, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, dossier_for, team

from meedoen.accounts.clock import now
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.people import change_person
from meedoen.dossier.file_kind import MOST_BYTES
from meedoen.dossier.models import Afspraak, Document, Dossier, Persoon

pytestmark = pytest.mark.usefixtures("db")

KM, TL = Rol.KLANTMANAGER, Rol.TEAMLEIDER
PDF = b"%PDF-1.7\nbrief van school"


def _packed(objects: bytes, *, over: bytes | None = None) -> bytes:
    """A PDF with these objects in an object stream, or with `over` in its place."""
    inside = zlib.compress(objects) if over is None else over
    return PDF + b"\n1 0 obj << /Type /Obj#53tm >>\nstream\n" + inside + b"\nendstream"


# an end of the stream in the middle of what is packed: the rest would not be looked at
HALF = zlib.compress(b"endstream << what nobody looked at >>", 0)
HTML = b"<html><script>alert(1)</script></html>"


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    return dossier_for(people[KM])


def _documents(dossier: Dossier) -> str:
    return f"/dossiers/{dossier.pk}/documenten/"


def _upload(people: Team, dossier: Dossier, file: Any, *, status: int, gezien: str = "1") -> str:
    return post(
        visitor(people[KM]), _documents(dossier), status=status, bestand=file, gezien=gezien
    )


def _kept(people: Team, dossier: Dossier) -> list[Document]:
    with as_actor(people[KM]):
        return list(Document.objects.filter(dossier=dossier))


def test_a_file_is_kept_and_can_only_be_taken_along(people: Team, dossier: Dossier) -> None:
    _upload(people, dossier, SimpleUploadedFile("brief.pdf", PDF), status=302)
    (kept,) = _kept(people, dossier)
    client = visitor(people[KM])
    assert "brief.pdf" in get(client, _documents(dossier))
    answer = client.get(f"{_documents(dossier)}{kept.pk}/")
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="brief.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert "no-store" in answer["Cache-Control"]


def test_an_ordinary_pdf_with_packed_objects_is_kept(people: Team, dossier: Dossier) -> None:
    whole = _packed(b"1 0 << /Type /Page >>") + bytes(range(256)) + b"/JS"
    _upload(people, dossier, SimpleUploadedFile("brief.pdf", whole), status=302)
    assert len(_kept(people, dossier)) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("brief.pdf", HTML, "Dit is geen pdf, jpg of png."),
        ("foto.jpg", b"MZ\x90\x00", "Dit is geen pdf, jpg of png."),
        ("leeg.pdf", b"", "Dit bestand is leeg."),
        ("groot.pdf", PDF + b"0" * MOST_BYTES, "Dit bestand is te groot."),
        ("reuze.pdf", PDF + b"0" * (MOST_BYTES + 2_000_000), "Dit bestand is te groot."),
        ("doet.pdf", PDF + b"/OpenAction << /S /JavaScript >>", "Deze pdf kan iets uitvoeren."),
        ("hekje.pdf", PDF + b"<< /S /J#61va#53cript >>", "Deze pdf kan iets uitvoeren."),
        ("diep.pdf", _packed(b"1 0 << /S /JavaScript >>"), "Deze pdf kan iets uitvoeren."),
        ("bom.pdf", _packed(b" " * 33 * 1024 * 1024), "Deze pdf is beveiligd of stuk."),
        ("half.pdf", _packed(b"", over=HALF), "Deze pdf is beveiligd of stuk."),
        ("dicht.pdf", _packed(b"", over=b"geheim"), "Deze pdf is beveiligd of stuk."),
    ],
)
def test_what_we_do_not_keep_is_said_plainly(
    people: Team, dossier: Dossier, name: str, content: bytes, message: str
) -> None:
    text = _upload(people, dossier, SimpleUploadedFile(name, content), status=400)
    assert message in text
    assert not _kept(people, dossier)


def test_no_file_is_said_plainly(people: Team, dossier: Dossier) -> None:
    text = post(visitor(people[KM]), _documents(dossier), status=400, gezien="1")
    assert "Kies eerst een bestand." in text


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", 'a"\r\nSet-Cookie: x=1.pdf', "<b>vet</b>.pdf", "صورة.pdf", "x" * 240],
)
def test_a_strange_name_does_no_harm(people: Team, dossier: Dossier, name: str) -> None:
    file = SimpleUploadedFile("x", PDF)
    file._name = name  # type: ignore[attr-defined]  # as a hand-made request may say it
    _upload(people, dossier, file, status=302)
    (kept,) = _kept(people, dossier)
    assert not set('/\\<>"\r\n') & set(kept.naam)
    answer = visitor(people[KM]).get(f"{_documents(dossier)}{kept.pk}/")
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert "Set-Cookie" not in answer.headers or "x=1" not in answer["Set-Cookie"]


def test_a_file_that_is_sent_twice_is_kept_once(people: Team, dossier: Dossier) -> None:
    for _time in (1, 2):
        _upload(people, dossier, SimpleUploadedFile("brief.pdf", PDF), status=302)
    assert len(_kept(people, dossier)) == 1
    seen = hidden(get(visitor(people[KM]), _documents(dossier)), "gezien")
    _upload(people, dossier, SimpleUploadedFile("brief.pdf", PDF), status=302, gezien=seen)
    assert len(_kept(people, dossier)) == 2


def test_a_document_of_another_dossier_is_not_found(people: Team, dossier: Dossier) -> None:
    other = dossier_for(people[KM], "Omar Haddad")
    _upload(people, other, SimpleUploadedFile("brief.pdf", PDF), status=302)
    (kept,) = _kept(people, other)
    get(visitor(people[KM]), f"{_documents(dossier)}{kept.pk}/", status=404)


def _appointments(dossier: Dossier) -> str:
    return f"/dossiers/{dossier.pk}/afspraken/"


def _talk(**other: str) -> dict[str, str]:
    tomorrow: date = timezone.localdate(now()) + timedelta(days=1)
    usual = {"onderwerp": "gesprek over het plan", "van": "10:00", "tot": "11:00", "tolk": "geen"}
    return {**usual, "plaats": "Raadhuisplein 1", **day("dag", tomorrow), **other}


def _planned(people: Team, dossier: Dossier) -> list[Afspraak]:
    with as_actor(people[KM]):
        return list(Afspraak.objects.filter(dossier=dossier))


def test_an_appointment_is_made_once_and_stands_in_the_list(people: Team, dossier: Dossier) -> None:
    client = visitor(people[KM])
    for _time in (1, 2):
        post(client, f"{_appointments(dossier)}nieuw/", **_talk())
    (made,) = _planned(people, dossier)
    assert timezone.localtime(made.begint_at).hour == 10
    text = get(client, _appointments(dossier))
    assert "gesprek over het plan" in text
    assert "komt nog" in text


def test_a_partner_or_child_is_no_choice_and_the_page_says_why(
    people: Team, dossier: Dossier
) -> None:
    place = f"{_appointments(dossier)}nieuw/"
    text = get(visitor(people[KM]), place)
    assert "Een partner of kind tolkt nooit." in text
    assert not {"partner", "kind"} & {word for word, _label in Afspraak.Tolk.choices}
    post(visitor(people[KM]), place, status=400, **_talk(tolk="partner"))
    assert not _planned(people, dossier)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"tolk": "professioneel"}, "Vul in welke taal de tolk spreekt."),
        ({"tot": "09:00"}, "De afspraak is klaar voordat hij begint."),
        ({"van": "tien uur"}, "Dit is geen tijd. Schrijf het zo: 10:00"),
        (day("dag", date(2026, 1, 5)), "Dit moment is al voorbij."),
        ({"plaats": ""}, "Schrijf op waar de afspraak is."),
    ],
)
def test_what_is_wrong_with_an_appointment(
    people: Team, dossier: Dossier, typed: dict[str, str], message: str
) -> None:
    place = f"{_appointments(dossier)}nieuw/"
    text = post(visitor(people[KM]), place, status=400, **_talk(**typed))
    assert message in text
    assert 'value="gesprek over het plan"' in text


def test_the_form_begins_with_the_interpreter_that_somebody_needs(
    people: Team, dossier: Dossier
) -> None:
    with as_actor(people[KM]):
        persoon = Persoon.objects.get(dossier=dossier)
        changes = {"tolk_nodig": True, "tolk_taal": "Tigrinya", "tolk_geslacht": "vrouw"}
        change_person(dossier.pk, changes, versie=persoon.versie, on=_today(), at=now())
    text = get(visitor(people[KM]), f"{_appointments(dossier)}nieuw/")
    assert 'value="Tigrinya"' in text
    assert 'value="vrouw" selected' in text


def _today() -> date:
    return timezone.localdate(now())


def _made(people: Team, dossier: Dossier, begins: datetime) -> str:
    from meedoen.dossier.actions.appointments import make_appointment

    told = {"onderwerp": "intake", "begint_at": begins, "eindigt_at": begins + timedelta(hours=1)}
    with as_actor(people[KM]):
        made = make_appointment(
            dossier.pk, {**told, "plaats": "hier", "tolk": "geen"}, on=_today(), at=now()
        )
    return f"{_appointments(dossier)}{made.pk}/"


def test_how_it_went_is_told_once_and_a_colleague_sees_the_difference(
    people: Team, dossier: Dossier
) -> None:
    place = _made(people, dossier, now() - timedelta(days=1))
    mine, other = visitor(people[KM]), visitor(people[TL])
    versie = hidden(get(mine, place), "versie")
    post(mine, place, uitkomst="gekomen", versie=versie)
    post(mine, place, uitkomst="gekomen", versie=versie)  # a double click
    text = post(other, place, status=409, uitkomst="niet_gekomen", versie=versie)
    assert "Er staat nu: <strong>gekomen</strong>" in text
    assert [each.uitkomst for each in _planned(people, dossier)] == ["gekomen"]
    post(other, place, uitkomst="niet_gekomen", versie=hidden(text, "versie"))
    assert [each.uitkomst for each in _planned(people, dossier)] == ["niet_gekomen"]


def test_what_is_still_to_come_can_only_be_called_off(people: Team, dossier: Dossier) -> None:
    place = _made(people, dossier, now() + timedelta(days=1))
    text = get(visitor(people[KM]), place)
    assert 'value="afgezegd"' in text
    assert 'value="gekomen"' not in text
    post(visitor(people[KM]), place, status=400, uitkomst="gekomen", versie="1")
    post(visitor(people[KM]), place, uitkomst="afgezegd", versie="1")
    assert [each.uitkomst for each in _planned(people, dossier)] == ["afgezegd"]


def test_an_appointment_of_another_dossier_is_not_found(people: Team, dossier: Dossier) -> None:
    other = dossier_for(people[KM], "Omar Haddad")
    number = _made(people, other, now() + timedelta(days=1)).rstrip("/").rpartition("/")[2]
    get(visitor(people[KM]), f"{_appointments(dossier)}{number}/", status=404)
