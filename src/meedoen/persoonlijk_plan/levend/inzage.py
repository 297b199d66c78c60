"""What the copy of AVG 15 tells of the living plan."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.inzage_apps import Told
from meedoen.dossier.models import Dossier
from meedoen.law.presentation import in_words
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang
from meedoen.rules.column import Kind

# A row of the living plan: what it is, and its value in words.
Regel = list[tuple[str, str]]


def levend(dossier: Dossier, at: datetime) -> Iterator[list[Told]]:
    """A row per goal and activity that was told of until this moment, as they are now."""
    until = {"dossier": dossier, "gebeurtenis__vastgelegd_at__lte": at}
    for doel in Doel.objects.filter(**until).order_by("volgorde"):
        yield _told(_goal(doel))
    for each in Planactiviteit.objects.filter(**until).order_by("pk"):
        yield _told(_activity(each))
    for block in Bezigheid.objects.filter(**until).order_by("dag", "van", "pk"):
        yield _told(_block(block))
    for care in Kinderopvang.objects.filter(**until):
        yield _told(_care(care))
    for agreed in Planafspraak.objects.filter(**until).order_by("pk"):
        yield _told(_agreement(agreed))
    for signed in Instemming.objects.filter(**until).order_by("pk"):
        yield _told(_signature(signed))


def _goal(doel: Doel) -> Regel:
    said = [(_("Doel"), doel.ik), (_("Vanaf"), _day(doel.van))]
    said.append((_("Hoe het ermee staat"), str(doel.get_stand_display())))
    if doel.einde_op:
        said.append((_("Op"), _day(doel.einde_op)))
    return said + ([(_("Waarom"), doel.reden)] if doel.reden else [])


def _activity(each: Planactiviteit) -> Regel:
    return [
        (_("Activiteit"), each.wat),
        (_("Soort"), each.vorm),
        (_("Wie regelt het"), str(each.get_regelt_display())),
        (_("Vanaf"), _day(each.van)),
        (_("Tot"), _day(each.tot)),
    ]


def _block(row: Bezigheid) -> Regel:
    said = [
        (_("In de week"), f"{row.dagnaam} {row.tijd}"),
        (_("Soort"), str(row.get_soort_display())),
        (_("Wat"), row.wat or _("niet bekend")),
        (_("Waar"), row.plaats or _("niet bekend")),
        (_("Vanaf"), _day(row.aanvang)),
        (_("Tot"), _day(row.einde)),
        (_("Verteld door"), str(row.get_bron_display())),
    ]
    return said + ([(_("Waarom"), row.reden)] if row.reden else [])


def _care(care: Kinderopvang) -> Regel:
    needed = {True: _("ja"), False: _("nee"), None: _("niet besproken")}[care.nodig]
    return [
        (_("Opvang voor een kind nodig tijdens de les"), needed),
        (_("Opvang"), str(care.get_opvang_display()) or _("niet bekend")),
        (_("Kinderopvangtoeslag"), str(care.get_toeslag_display()) or _("niet bekend")),
        (_("Wie het kan regelen"), care.vraag_aan or _("niet bekend")),
        (_("Op"), _day(care.op)),
    ]


def _agreement(row: Planafspraak) -> Regel:
    said = [(_("Wat u zou doen"), row.wat), (_("Uiterlijk"), _day(row.uiterlijk_op))]
    said.append((_("Hoe het ermee staat"), str(row.get_stand_display())))
    return said + ([(_("Toelichting"), row.toelichting)] if row.toelichting else [])


def _signature(row: Instemming) -> Regel:
    said = [(_("Het plan tekenen"), str(row.get_wijze_display()))]
    if row.reden:
        said.append((_("Waarom niet"), row.reden))
    else:
        said += [(_("Uw naam"), row.naam_persoon), (_("Voor de gemeente"), row.naam_medewerker)]
    return [*said, (_("Op"), in_words(localdate(row.op_at), Kind.DAY))]


def _day(day: date | None) -> str:
    return in_words(day, Kind.DAY) if day else _("niet bekend")


def _told(said: Regel) -> list[Told]:
    return [Told(wat=what, waarde=value, grond="") for what, value in said]
