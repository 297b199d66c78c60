"""Dossiers with something in every part of the page of a person."""

from datetime import timedelta
from typing import Any

from tests.dossier.makers import AT, BSN, ON, dossier_for, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.actions.people import NewPerson, open_dossier
from meedoen.dossier.models import Adres, Dossier, Gezinslid
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum

WHERE = {"straat": "Lindelaan 1", "postcode": "1234 AB", "plaats": "Voorbeeldstad"}
ELSEWHERE = {"straat": "Kade 9", "postcode": "4321 BA", "plaats": "Havenstad"}
NEXT_YEAR = ON + timedelta(days=400)


def filled_dossier(actor: Actor) -> Dossier:
    """Selam Tesfay, with a child, an address, a representative, an absence and a passport."""
    person = NewPerson(
        Naam("Selam", "", "Tesfay", "ሰላም ተስፋይ"),
        OnvolledigeDatum(1991),
        bsn=BSN,
        talen=["Tigrinya", "Arabisch"],
        tolk_nodig=True,
        contact={"tolk_geslacht": "vrouw", "email": "selam@post.example"},
    )
    day: dict[str, Any] = {"on": ON, "at": later(1)}
    child = dossier_for(actor, "Noor Tesfay")
    with as_actor(actor):
        made = open_dossier(
            actor.gemeenten[0], person, on=ON, at=AT, klantmanager=actor.medewerker_id
        )
        circumstances.move(made.pk, Adres.Soort.WOONADRES, WHERE, **day)
        both = (made.pk, Gezinslid.Rol.OUDER), (child.pk, Gezinslid.Rol.KIND)
        circumstances.unite(*both, **day)
        who = {"soort": "bewindvoerder", "omvang": "geld", "naam": "Bewind BV"}
        who_with_proof = {**who, **ELSEWHERE, "bewijs_gezien_op": ON}
        circumstances.appoint_representative(made.pk, who_with_proof, **day)
        circumstances.note_absence(made.pk, ON, NEXT_YEAR, **day)
        circumstances.see_identity(made.pk, "paspoort", NEXT_YEAR, **day)
    return made


def safe_dossier(actor: Actor) -> Dossier:
    """Maryam Karimi, who can be reached in one way only."""
    made = dossier_for(actor, "Maryam Karimi")
    how = {
        "kanaal": "Bel 06 12345678, alleen zij neemt op",
        "uren": "dinsdag tussen 10 en 12 uur",
        "niet_zeggen": "Zeg niet dat u van de gemeente bent",
        "niet_horen": "De familie van haar man",
    }
    with as_actor(actor):
        circumstances.set_safe_contact(made.pk, how, on=ON, at=later(1))
    return made
