"""What a source of own work is: which rows of which table, and what there is to do with one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db.models import DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from meedoen.accounts.roles import Recht
from meedoen.dossier.models import Dossier
from meedoen.rules.parameters import Law
from meedoen.werkplek.signaal import Signaal

Rows: TypeAlias = QuerySet[Any]
# What each source gives per row, in this order.
COLUMNS = ("w_bron", "dossier_id", "w_sleutel", "w_dag", "w_wat", "w_wie")


@dataclass(frozen=True)
class Bron:
    """A source of work: which rows of which table, and what there is to do with one.

    `rows`: of these dossiers (a query), asked on a day, as `columns` makes them. `page` is the
    page of a row, with its id under `name`; `in_dossier`: its address names the dossier too.
    `last_day`: the last day of work from the day of a row; `wat` and `waarom`: the words for the
    title and why it is there, from what a row tells. `said_by`: the names of signals of the rules
    that say the same: where one of them holds, the row is no work of its own.
    """

    signaal: Signaal
    rows: Callable[[QuerySet[Dossier], date], Rows]
    label: Any
    page: str
    name: str = ""
    recht: Recht = Recht.VASTLEGGEN
    last_day: Callable[[date, Law], date] = lambda day, _law: day
    wat: Callable[[str], str] = str
    waarom: Callable[[str], str] = str
    said_by: Callable[[str], tuple[str, ...]] = lambda _wat: ()
    in_dossier: bool = True


def columns(rows: QuerySet[Any], bron: str, **told: Any) -> Rows:
    """Rows of a table as a source gives them; `told` holds expressions for dag, wat and wie.

    Every source gives the same columns of the same types, so that one query reads them all.
    """
    none = Value("", TextField())
    day = Cast(told.get("dag", Value(None, DateField())), DateField())
    found: Rows = rows.annotate(
        w_bron=Value(bron, TextField()),
        w_sleutel=Cast(F("pk"), TextField()),
        w_dag=day,
        w_wat=Cast(told.get("wat", none), TextField()),
        w_wie=Cast(told.get("wie", none), TextField()),
    ).values_list(*COLUMNS)
    return found
