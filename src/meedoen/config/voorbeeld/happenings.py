"""What can happen in a story: a soort of the register, or an action of the dossier by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils.timezone import get_default_timezone

from meedoen.config.voorbeeld import asking, melden
from meedoen.config.voorbeeld.komst import KOMST
from meedoen.config.voorbeeld.levend import live_plan
from meedoen.config.voorbeeld.life import Happening, Life
from meedoen.config.voorbeeld.office import Staff
from meedoen.config.voorbeeld.planning import PLANNEN
from meedoen.config.voorbeeld.talk import fix_start, talk
from meedoen.dossier.actions.access import involve
from meedoen.dossier.actions.appointments import end_appointment, make_appointment
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.bezwaar import Dagen, receive
from meedoen.dossier.actions.circumstances import (
    appoint_representative,
    end_representation,
    move,
    note_absence,
    see_identity,
    set_safe_contact,
    unite,
)
from meedoen.dossier.actions.diary import record
from meedoen.dossier.actions.inzage import ask_inzage
from meedoen.dossier.actions.people import hand_over, open_dossier
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.actions.sending import ready_for_mailroom
from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data
from meedoen.dossier.gronden import CARRYING, Gronden
from meedoen.dossier.models import Adres, Afspraak, Beperking, Bezwaar, Gebeurtenis, Gezinslid
from meedoen.law.brief_file import brief_kinds
from meedoen.law.brief_variable import plain_to_values


@dataclass(frozen=True)
class Moment:
    """The day something happened, the moment it is recorded, and what is told of it."""

    on: date
    at: datetime
    told: Mapping[str, Any]


@dataclass
class Archive:
    """The dossiers made so far, by the key of a life, and what was last made in each."""

    staff: Staff
    dossiers: dict[str, int] = field(default_factory=dict)
    people: dict[str, int | None] = field(default_factory=dict)
    besluiten: dict[str, int] = field(default_factory=dict)
    speakers: dict[str, int] = field(default_factory=dict)
    intrekkingen: dict[str, int] = field(default_factory=dict)


def happen(archive: Archive, life: Life, each: Happening, *, at: datetime) -> None:
    """Write it down in the dossier of this life, as whoever acts now.

    Errors: those of the actions; the name of the life is added.
    """
    moment = Moment(each.on, at, each.told)
    act = ACTS.get(each.what)
    try:
        if act is None:
            record(archive.dossiers[life.key], each.what, each.told, on=moment.on, at=at)
        else:
            act(archive, life, moment)
    except Exception as error:
        error.add_note(f"{life.key}, {each.on}: {each.what} {dict(each.told)}")
        raise


OPEN = "dossier"


def _open(archive: Archive, life: Life, moment: Moment) -> None:
    who = archive.staff[life.klantmanager].official if life.klantmanager else None
    made = open_dossier(life.gemeente, life.person, on=moment.on, at=moment.at, klantmanager=who)
    archive.dossiers[life.key] = made.pk
    archive.people[life.key] = made.persoon_id


def _hand_over(archive: Archive, life: Life, moment: Moment) -> None:
    to = archive.staff[moment.told["naar"]].official
    hand_over(archive.dossiers[life.key], to, on=moment.on, at=moment.at)


def _involve(archive: Archive, life: Life, moment: Moment) -> None:
    who = archive.staff[moment.told["wie"]]
    pk = archive.dossiers[life.key]
    involve(pk, who.official, who.rol.value, on=moment.on, at=moment.at)


def _move(archive: Archive, life: Life, moment: Moment) -> None:
    where = {name: moment.told.get(name, "") for name in ("straat", "postcode", "plaats")}
    soort = Adres.Soort(moment.told["soort"])
    move(archive.dossiers[life.key], soort, where, on=moment.on, at=moment.at)


def _unite(archive: Archive, life: Life, moment: Moment) -> None:
    mine = archive.dossiers[life.key], Gezinslid.Rol(moment.told["rol"])
    other = archive.dossiers[moment.told["met"]], Gezinslid.Rol(moment.told["rol_ander"])
    unite(mine, other, on=moment.on, at=moment.at)


def _talk(archive: Archive, life: Life, moment: Moment) -> None:
    talk(archive.dossiers[life.key], moment.told, on=moment.on, at=moment.at)


def _fix_start(archive: Archive, life: Life, moment: Moment) -> None:
    fix_start(archive.dossiers[life.key], moment.told, on=moment.on, at=moment.at)


def _live_plan(archive: Archive, life: Life, moment: Moment) -> None:
    live_plan(archive.dossiers[life.key], moment.told, on=moment.on, at=moment.at)


def _safe_contact(archive: Archive, life: Life, moment: Moment) -> None:
    set_safe_contact(archive.dossiers[life.key], dict(moment.told), on=moment.on, at=moment.at)


def _represent(archive: Archive, life: Life, moment: Moment) -> None:
    pk = archive.dossiers[life.key]
    made = appoint_representative(pk, moment.told, on=moment.on, at=moment.at)
    archive.speakers[life.key] = made.pk


def _end_representation(archive: Archive, life: Life, moment: Moment) -> None:
    end_representation(archive.speakers[life.key], on=moment.on, at=moment.at)


def _absence(archive: Archive, life: Life, moment: Moment) -> None:
    pk = archive.dossiers[life.key]
    note_absence(pk, moment.told["van"], moment.told["tot"], on=moment.on, at=moment.at)


def _identity(archive: Archive, life: Life, moment: Moment) -> None:
    pk = archive.dossiers[life.key]
    see_identity(pk, moment.told["soort"], moment.told["geldig_tot"], on=moment.on, at=moment.at)


def _appointment(archive: Archive, life: Life, moment: Moment) -> None:
    own = {name: value for name, value in moment.told.items() if name not in {"op", "van", "tot"}}
    own["tolk"] = Afspraak.Tolk(moment.told.get("tolk", Afspraak.Tolk.GEEN))
    own["begint_at"] = _on_clock(moment.told["op"], moment.told["van"])
    own["eindigt_at"] = _on_clock(moment.told["op"], moment.told["tot"])
    pk = archive.dossiers[life.key]
    make_appointment(pk, own, on=moment.on, at=moment.at)


def _appointment_over(archive: Archive, life: Life, moment: Moment) -> None:
    """The first of the appointments that are still to come."""
    planned = Afspraak.objects.filter(dossier=archive.dossiers[life.key])
    made = planned.filter(uitkomst=Afspraak.Uitkomst.GEPLAND).earliest("begint_at")
    how = Afspraak.Uitkomst(moment.told["uitkomst"])
    end_appointment(made.pk, how, versie=made.versie, on=moment.on, at=moment.at)


def _propose(archive: Archive, life: Life, moment: Moment) -> None:
    soort, own = moment.told["brief"], moment.told.get(OWN_FACTS)
    plain = {name: _plain(told) for name, told in moment.told.items() if name not in OF_PROPOSAL}
    values = plain_to_values(brief_kinds()[soort].variables, plain)
    values = {name: value for name, value in values.items() if value is not None}
    gronden = Gronden(eigen_feiten=own) if own else CARRYING
    pk = archive.dossiers[life.key]
    made = propose(pk, soort, values, on=moment.on, at=moment.at, gronden=gronden)
    archive.besluiten[life.key] = made.pk


OWN_FACTS = "eigen_feiten"
OF_PROPOSAL = {"brief", OWN_FACTS}  # of the proposal itself; the rest fills the letter


def _sign(archive: Archive, life: Life, moment: Moment) -> None:
    sign(archive.besluiten[life.key], on=moment.on, at=moment.at)


def _send(archive: Archive, life: Life, moment: Moment) -> None:
    send(archive.besluiten[life.key], moment.told["kanaal"], on=moment.on, at=moment.at)


def _to_mailroom(archive: Archive, life: Life, moment: Moment) -> None:
    ready_for_mailroom(archive.besluiten[life.key], on=moment.on, at=moment.at)


def _object(archive: Archive, life: Life, moment: Moment) -> None:
    """Against what was last decided in this dossier."""
    days = Dagen(moment.on, moment.told.get("op_de_post_op"))
    how = Bezwaar.Kanaal(moment.told["kanaal"])
    receive(archive.besluiten[life.key], how, days, on=moment.on, at=moment.at)


def _ask_inzage(archive: Archive, life: Life, moment: Moment) -> None:
    ask_inzage(archive.dossiers[life.key], moment.told["hoe"], on=moment.on, at=moment.at)


def _restrict(archive: Archive, life: Life, moment: Moment) -> None:
    grond = Beperking.Grond(moment.told["grond"])
    pk = archive.dossiers[life.key]
    restrict(pk, grond, moment.told["reden"], on=moment.on, at=moment.at)


def _propose_withdrawal(archive: Archive, life: Life, moment: Moment) -> None:
    """Of what was told last of this soort."""
    pk, told = archive.dossiers[life.key], moment.told
    rows = Gebeurtenis.objects.filter(dossier=pk, soort=told["van"]).order_by("-nummer")
    nummer = rows.values_list("nummer", flat=True)[0]
    made = propose_withdrawal(
        pk, nummer, told["reden"], bron=told["bron"], on=moment.on, at=moment.at
    )
    archive.intrekkingen[life.key] = made.pk


def _withdraw(archive: Archive, life: Life, moment: Moment) -> None:
    withdraw_data(archive.intrekkingen[life.key], on=moment.on, at=moment.at)


def _on_clock(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), get_default_timezone())


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


ACTS: dict[str, Callable[[Archive, Life, Moment], None]] = {
    **KOMST,
    **PLANNEN,
    OPEN: _open,
    "overgedragen": _hand_over,
    "betrokkene": _involve,
    "adres": _move,
    "gesprek": _talk,
    "startpositie": _fix_start,
    "levend_plan": _live_plan,
    "gezin": _unite,
    "veilig_contact": _safe_contact,
    "vertegenwoordiger": _represent,
    "einde_vertegenwoordiging": _end_representation,
    "afwezig": _absence,
    "identiteitsbewijs": _identity,
    "afspraak": _appointment,
    "afspraak_voorbij": _appointment_over,
    "voorstel": _propose,
    "ondertekening": _sign,
    "verzending": _send,
    "klaar_voor_post": _to_mailroom,
    "vraag": asking.ask,
    "uitkomst": asking.tell_outcome,
    "intake_zonder_persoon": asking.close_in_absence,
    "bezwaar": _object,
    "melden": melden.tell_duo,
    "vraag_om_inzage": _ask_inzage,
    "beperking": _restrict,
    "intrekking_voorstel": _propose_withdrawal,
    "intrekking": _withdraw,
}
