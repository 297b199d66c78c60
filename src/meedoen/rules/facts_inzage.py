"""Facts of the chapter inzage: one request of a person to see the own data."""

from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, FactTable, Source


class InzageFacts(FactTable):
    """When the request came; a dossier can have several, so no dossier holds it."""

    inzage_gevraagd_op = Fact(
        Kind.DAY, "dag waarop iemand om zijn gegevens vroeg (AVG 12:3)", Source.COLLEGE
    )
