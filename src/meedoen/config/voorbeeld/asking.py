"""What happens on the ladder of summonses in a story, through the actions of the intake."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.utils.timezone import get_default_timezone

from meedoen.dossier.gronden import CARRYING
from meedoen.dossier.models import Afspraak, Dossier
from meedoen.intake.actions.ladder import Plan, complete_in_absence, judge, plan
from meedoen.intake.forms.ladder import ONDERWERP, interpreter_of
from meedoen.intake.oordeel import Oordeel, Uitkomst
from meedoen.intake.treden import verloop_of
from meedoen.law.brief_file import brief_kinds

if TYPE_CHECKING:
    from meedoen.config.voorbeeld.happenings import Archive, Moment
    from meedoen.config.voorbeeld.life import Life


def ask(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """A talk and the letter that announces it; signing and sending are told apart."""
    told, dossier = moment.told, archive.dossiers[life.key]
    talk: dict[str, Any] = {
        "onderwerp": ONDERWERP,
        "begint_at": _on_clock(told["op"], told["van"]),
        "eindigt_at": _on_clock(told["op"], told["tot"]),
        "plaats": told["plaats"],
        "tolk": Afspraak.Tolk(told.get("tolk", Afspraak.Tolk.GEEN)),
        **{name: told.get(name, "") for name in ("tolk_taal", "tolk_dialect", "tolk_geslacht")},
    }
    values = {
        **{name: told.get(name) for name in ("laatste_dag", "gedraging", "motivering", "oproepen")},
        "dag": told["op"],
        "tijd": f"{told['van'].replace(':', '.')} uur",
        "plaats": told["plaats"],
        "tolk": interpreter_of(talk) or None,
    }
    known = {each.name for each in brief_kinds()[told["brief"]].variables}
    values = {name: value for name, value in values.items() if name in known and value is not None}
    chosen = Plan(told["brief"], values, talk, CARRYING)
    archive.besluiten[life.key] = plan(dossier, chosen, on=moment.on, at=moment.at).pk


def tell_outcome(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """How the last summons went."""
    dossier = Dossier.objects.get(pk=archive.dossiers[life.key])
    asked = verloop_of(dossier, Afspraak.objects.filter(dossier=dossier)).laatste
    if asked is not None:
        told = Oordeel(Uitkomst(moment.told["uitkomst"]), moment.told.get("reden", ""))
        judge(dossier.pk, asked, told, on=moment.on, at=moment.at)


def close_in_absence(archive: "Archive", life: "Life", moment: "Moment") -> None:
    """The intake is completed without the person."""
    complete_in_absence(archive.dossiers[life.key], on=moment.on, at=moment.at)


def _on_clock(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), get_default_timezone())
