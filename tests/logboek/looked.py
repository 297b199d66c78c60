"""What the log got since the last time one looked, by whoever may read it."""

from dataclasses import dataclass

from tests.dossier.makers import HIER

from meedoen.accounts.actor import Actor
from meedoen.accounts.scope import as_actor
from meedoen.logboek.models import Logregel
from meedoen.logboek.pseudonym import pseudonym


@dataclass(frozen=True)
class Got:
    """The lines of one look: what for, how it ended, and each person with how he was shown."""

    verwerking: str
    status: str
    vorm: str
    shown: dict[int, tuple[str, str]]  # person: verwerking and form


@dataclass
class Reader:
    """Reads the log as this actor; knows the people by their ids."""

    actor: Actor
    people: list[int]
    last: int = 0

    def new(self) -> list[Logregel]:
        """The lines that came since the last time."""
        with as_actor(self.actor):
            rows = list(Logregel.objects.filter(pk__gt=self.last).order_by("pk"))
        self.last = rows[-1].pk if rows else self.last
        return rows

    def look(self) -> Got:
        """The one look that came since the last time; a person of no dossier is an error."""
        top, *below = self.new()
        names = {pseudonym(each, gemeente=HIER): each for each in self.people}
        assert top.betrokkene is None
        assert all(bytes(row.parent_span_id or b"") == bytes(top.span_id) for row in below)
        assert {(row.naam, row.status, row.medewerker_id, row.rol) for row in below} <= {
            (top.naam, top.status, top.medewerker_id, top.rol)
        }
        shown = {names[bytes(row.betrokkene or b"")]: (row.verwerking, row.vorm) for row in below}
        assert len(shown) == len(below)  # nobody twice
        return Got(top.verwerking, top.status, top.vorm, shown)
