"""What is known of a dossier today: one wide row, a column per fact of the rules.

It repeats what `Feit` holds, so that the facts of a whole caseload are one read; `./meedoen verify`
makes it again from the diary and compares. A new fact of the rules is a new column: a migration.
What no dossier can hold has none (`OF_NO_DOSSIER` of rules/facts.py).

Its row is of a dossier by number, not by a relation of Django: that would make every migration of
every app build this table of hundreds of columns anew, which took nine seconds of each new
database. The database holds both numbers to the dossier (`same_gemeente` of guards.py).
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from meedoen.rules.column import Kind, Meaning
from meedoen.rules.facts import facts_of_dossier


def _column(kind: Meaning) -> Any:
    """The column that holds a value of this kind; null is unknown."""
    if kind is Kind.DAY:
        return models.DateField(null=True)
    if kind is Kind.ANSWER:
        return models.BooleanField(null=True)
    if kind is Kind.CENTS:
        return models.BigIntegerField(null=True)
    if isinstance(kind, Kind):
        return models.IntegerField(null=True)
    return models.TextField(null=True)


def _columns() -> Mapping[str, object]:
    return {fact.name: _column(fact.kind) for fact in facts_of_dossier()}


# Coupled to this municipality and not housed yet: the work list asks it of a whole caseload.
COMING = Q(
    Q(gehuisvest=False) | Q(gehuisvest__isnull=True),
    gekoppeld_op__isnull=False,
    zaak_geeindigd_op__isnull=True,
)


class _Meta:
    indexes: ClassVar = [
        models.Index(fields=["dossier_id"], name="dossier_stand_komt", condition=COMING)
    ]


Stand: Any = type(
    "Stand",
    (models.Model,),
    {
        "__module__": __name__,
        "Meta": _Meta,
        "__doc__": "The facts of one dossier as they stand today.",
        "dossier_id": models.BigIntegerField(primary_key=True),
        "gemeente_id": models.IntegerField(db_index=True),
        "bijgewerkt_tot": models.PositiveIntegerField(),  # the last gebeurtenis that is in it
        **_columns(),
    },
)
