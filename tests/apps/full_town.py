"""A municipality with officials of every role and one dossier that has something of everything."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from tests.apps.talked import SECTION, half_talked
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team
from tests.opvang.makers import awaited
from tests.persoonlijk_plan.makers import planned

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.models import Koppelverzoek, Rolverlening
from meedoen.accounts.oin.actions import give_oin
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.work_tables import Vervanging
from meedoen.berichten.contact_actions import became as contact_became
from meedoen.berichten.contact_tables import Contactmelding, Contactsoort
from meedoen.berichten.melding_inhoud import Inhoud
from meedoen.berichten.melding_inhoud import sealed as sealed_message
from meedoen.berichten.melding_step_actions import Step, became
from meedoen.berichten.melding_tables import Melding, Meldingstand
from meedoen.berichten.models import Bericht, Geweigerd, Vraag, Vraagantwoord
from meedoen.berichten.notificatie import read_notificatie
from meedoen.berichten.receiving import Sent, keep_refused, receive
from meedoen.berichten.sealing import of_question, seal_body
from meedoen.dossier.actions.appointments import make_appointment
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.circumstances import appoint_representative
from meedoen.dossier.actions.destruction import propose_destruction
from meedoen.dossier.actions.documents import add_document
from meedoen.dossier.actions.letter_versions import propose_sender, propose_text
from meedoen.dossier.actions.promises import Belofte, promise
from meedoen.dossier.actions.withdrawal import propose_withdrawal
from meedoen.dossier.models import Afzenderversie, Gebeurtenis, Tekstversie, Toezegging
from meedoen.law.afzender import sender as sender_of_file
from meedoen.law.brief_file import brief_kinds
from meedoen.ports.duo_telling import PipMelding
from meedoen.rules.choices import Leerroute, Niveau

FAMILY = {HIER: "Tesfamichael", ELDERS: "Onzichtbaarsma"}
INTIME = "alleen hier te lezen"
KIND, RULE = "uitnodiging_brede_intake", "persoonlijk_plan.uiterste_dag"
TALK = {
    "onderwerp": INTIME,
    "begint_at": datetime(2026, 10, 1, 9, tzinfo=UTC),
    "eindigt_at": datetime(2026, 10, 1, 10, tzinfo=UTC),
    "plaats": "Raadhuisplein 1",
    "tolk": "geen",
}
LETTER = {"dag": date(2026, 10, 1), "tijd": "10.00 uur", "plaats": INTIME}
SENDER = {
    **asdict(sender_of_file(HIER, ON)),
    "logo_naam": "",
    "logo": b"",
    "logo_alt": "",
}
SPEAKER = {
    "soort": "gemachtigde",
    "omvang": "alles",
    "straat": "Kade 1",
    "postcode": "9999 XX",
    "plaats": "Voorbeeldstad",
    "bewijs_gezien_op": ON,
}

# What is not there: tests/apps/objected.py makes the first two.
NONE = {"partij": 1, "bezwaar": 1, "samenvoeging": 1}
PDF = b"%PDF-1.7\n" + INTIME.encode()


def proposed_texts(kind: str) -> tuple[Tekstversie, Afzenderversie]:
    """A text and a sender that wait for a second person."""
    blok = next(each for each in brief_kinds()[kind].blokken if not each.fixed)
    text = propose_text(kind, blok, "Welkom bij ons.", van=ON, on=ON, at=later(1))
    made = propose_sender(SENDER, van=ON, on=ON, at=later(1))
    return text, made


def full_town(code: int) -> tuple[Team, dict[str, Any]]:
    """The officials, and what addresses name of the one dossier: every blank with its value."""
    people = team(code)
    klantmanager = people[Rol.KLANTMANAGER]
    recht = Besluitrecht(Rol.KLANTMANAGER, KIND, "mandaat")
    mandaat = give_mandate(code, recht, van=date(2022, 1, 1))
    made = dossier_for(klantmanager, f"Selam {FAMILY[code]}")
    dossier = made.pk
    values: dict[str, Any] = {"pk": dossier, "nummer": 1, "soort": "kennisgeving_ontvangen"}
    values |= {"regel": RULE, "kind": KIND, "wat": "vertegenwoordiging", "stap": "opleggen"}
    with as_actor(klantmanager):
        document = add_document(dossier, "brief.pdf", PDF, on=ON, at=later(1))
        afspraak = make_appointment(dossier, TALK, on=ON, at=later(2))
        besluit = propose(dossier, KIND, LETTER, on=ON, at=later(3))
        who = SPEAKER | {"naam": f"B. {FAMILY[code]}"}
        belofte = Belofte(Toezegging.Soort.CONTACT, f"B. {FAMILY[code]}", INTIME, ON)
        toezegging = promise(dossier, belofte, on=ON, at=later(3))
        rij = appoint_representative(dossier, who, on=ON, at=later(4))
    with as_actor(people[Rol.BEHEERDER]):
        text, sender = proposed_texts(KIND)
    values |= {"brief": KIND, "blok": text.blok, "versie": text.pk, "afzender": sender.pk}
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]):
        vernietiging = propose_destruction(dossier, "termijn voorbij", on=ON, at=later(5))
        intrekking = propose_withdrawal(
            dossier, 2, "hoort bij een ander", bron="een school", on=ON, at=later(6)
        )
    half_talked(klantmanager, made, INTIME)
    values |= _official(klantmanager.official, code) | {"vervanging": _replaced(people)}
    values |= {"document": document.pk, "afspraak": afspraak.pk, "besluit": besluit.pk}
    values |= {"toezegging": toezegging.pk, "onderdeel": SECTION, "mandaat": mandaat.pk}
    values |= {"signaal": "handtekening", "welk": str(besluit.pk)} | _from_duo(people, dossier)
    values |= {"vernietiging": vernietiging.pk, "intrekking": intrekking.pk}
    values |= _house_and_plan(klantmanager, dossier)
    values |= {"persoon": made.persoon_id, "rij": rij.pk, "naam": "kennisgeving_op"}
    return people, values | NONE | {"ander": _double(klantmanager, code)}


def _double(actor: Actor, code: int) -> int:
    """Another dossier, perhaps of the same person."""
    return dossier_for(actor, f"Salam {FAMILY[code]}").pk


def _house_and_plan(klantmanager: Actor, dossier: int) -> dict[str, int]:
    """A house that was offered, family that comes later, and a living plan."""
    woning, nareis = awaited(klantmanager, dossier)
    own = planned(klantmanager, dossier, INTIME)
    return own | {"woning": woning.pk, "nareis": nareis.pk}


def _from_duo(people: Team, dossier: int) -> dict[str, int]:
    """A notice of DUO that asks for a decision, one that was refused, an unreadable answer."""
    body = b'{"registratieDatumTijd": "2026-09-14T09:30:00Z", "gebeurtenisId": "SS102"}'
    oin = f"0000000199999{people.gemeente:04d}000"
    give_oin(people.gemeente, oin, van=date(2022, 1, 1), at=later(7))
    sent = Sent(oin, uuid4(), "00000001999990000000", later(7), body)
    receive(sent, read_notificatie(body, at=later(7)))
    keep_refused(400, "geen_json", at=later(7), gemeente=people.gemeente, body=b"{")
    with as_actor(people[Rol.TEAMLEIDER]):
        bericht, geweigerd = Bericht.objects.latest("pk"), Geweigerd.objects.latest("pk")
        rows = Bericht.objects.filter(pk=bericht.pk)
        rows.update(dossier=dossier, stand="aan_mens", waarom="fout_blijft", volgende_at=None)
        melding = _to_duo(dossier)
        eigen, contact = _contacts(people.gemeente, people[Rol.KLANTMANAGER].official, dossier)
        town, of = people.gemeente, {"gemeente_id": people.gemeente, "dossier_id": dossier}
        asked = {"medewerker_id": people[Rol.TEAMLEIDER].official, "antwoord_at": later(8)}
        vraag = Vraag.objects.create(gevraagd_at=later(7), **asked, **of)
        sealed = seal_body(b"<html>", keys_in_use(), gemeente=town, of=of_question(vraag.pk))
        Vraagantwoord.objects.create(vraag=vraag, verzegeld=sealed, **of)
    found = {"bericht": bericht.pk, "geweigerd": geweigerd.pk, "vraag": vraag.pk}
    return found | {"melding": melding, "eigen": eigen, "contactmelding": contact}


def _to_duo(dossier: int) -> int:
    """A message to DUO that it refused; its id."""
    line = Gebeurtenis.objects.get(dossier=dossier, nummer=1)
    row = Melding.objects.create(
        gemeente_id=line.gemeente_id,
        dossier_id=dossier,
        gebeurtenis=line,
        soort="pip",
        stand=Meldingstand.KLAAR,
        gemaakt_at=later(7),
        volgende_at=later(7),
    )
    row.verzegeld = sealed_message(row, Inhoud(PipMelding(ON, Leerroute.B1_ROUTE, Niveau.B1, 600)))
    why = ("De persoon woonde op de dag van de dagtekening nog niet in uw gemeente.",)
    became(row, Step(Meldingstand.AFGEWEZEN, "afgewezen", why), at=later(8))
    return row.pk


def _contacts(gemeente: int, official: int, dossier: int) -> tuple[int, int]:
    """An official whom DUO refused as contactpersoon, and whose he would be; their ids."""
    found = []
    for soort, of in ((Contactsoort.NIEUW, None), (Contactsoort.KOPPEL, dossier)):
        row = Contactmelding.objects.create(
            gemeente_id=gemeente,
            dossier_id=of,
            medewerker_id=official,
            soort=soort,
            naam="K. de Groot",
            email="k.degroot@example.org",
            telefoon="020 123 45 67",
            stand=Meldingstand.KLAAR,
            gemaakt_at=later(7),
            volgende_at=later(7),
        )
        why = ("Dit is geen e-mailadres.",)
        contact_became(row, Step(Meldingstand.AFGEWEZEN, "afgewezen", why), at=later(8))
        found.append(row.pk)
    return found[0], found[1]


def _replaced(people: Team) -> int:
    """The klantmanager is away for a long time; the id of the vervanging."""
    chief = people[Rol.TEAMLEIDER].official
    made = Vervanging.objects.create(
        gemeente_id=people.gemeente,
        afwezige_id=people[Rol.KLANTMANAGER].official,
        vervanger_id=chief,
        van=date(2022, 1, 1),
        tot=date(2099, 1, 1),
        reden=Vervanging.Reden.VERLOF,
        gemaakt_door_id=chief,
        gemaakt_at=later(6),
    )
    return made.pk


def _official(medewerker: int, code: int) -> dict[str, Any]:
    """An official with a role, whom somebody says to be at the login of the municipality."""
    asked = Koppelverzoek.objects.create(
        medewerker_id=medewerker,
        aanbieder="https://login.example",
        sub=str(code),
        naam=f"B. {FAMILY[code]}",
        at=later(6),
    )
    verlening = Rolverlening.objects.get(medewerker=medewerker)
    keys = {"medewerker": medewerker, "verlening": verlening.pk, "verzoek": asked.pk}
    return keys | {"provider": "gemeente"}
