"""Makes what the tests of the dossier need: municipalities, officials, people, dossiers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from meedoen.accounts.actions import add_medewerker, grant_role, take_part
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.people import NewPerson, open_dossier
from meedoen.dossier.models import Dossier
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum

HIER, ELDERS = 9999, 9998
ON = date(2026, 9, 14)
AT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
BSN = "999990019"


def later(minutes: int) -> datetime:
    """So many minutes after the usual moment."""
    return AT + timedelta(minutes=minutes)


TOWNS = {HIER: "wi2021", ELDERS: "hoofdlijnen2018", 9990: "wi2021", 9991: "wi2021", 9992: "wi2021"}


def build_towns() -> None:
    """The municipalities of the tests, once, in the template of all test databases (as owner)."""
    for code, stelsel in TOWNS.items():
        take_part(code, f"Voorbeeld {code}", stelsel=stelsel, van=date(2022, 1, 1))


@dataclass(frozen=True)
class Team:
    """An official per role, for one municipality."""

    gemeente: int
    actors: dict[Rol, Actor]

    def __getitem__(self, rol: Rol) -> Actor:
        return self.actors[rol]


def team(code: int = HIER, *rollen: Rol) -> Team:
    """Officials in these roles (all, if none are named) for a municipality."""
    actors = {}
    for rol in rollen or tuple(Rol):
        who = add_medewerker(f"{rol.value}@{code}.example.org", f"{rol.label} van {code}")
        grant_role(who, rol, code, van=date(2022, 1, 1))
        actors[rol] = Actor(who.pk, who.naam, rol, (code,))
    return Team(code, actors)


# Family names of people who are nobody's double: each sounds like no other.
APART = (
    "Aden", "Bakri", "Cohen", "Demir", "Ezra", "Farah", "Gezahegn", "Hamdi", "Ilyas", "Jama",
    "Kaya", "Lemma", "Musa", "Noor", "Omari", "Petros",
)  # fmt: skip


def somebody(naam: str = "Selam Tesfay", bsn: str = "") -> NewPerson:
    """A new person with this name, born in 1991."""
    voornamen, _, geslachtsnaam = naam.rpartition(" ")
    return NewPerson(
        naam=Naam(voornamen=voornamen, geslachtsnaam=geslachtsnaam),
        geboortedatum=OnvolledigeDatum(1991, 3, 16),
        bsn=bsn,
    )


def dossier_for(actor: Actor, naam: str = "Selam Tesfay", bsn: str = "") -> Dossier:
    """A dossier in the caseload of this actor, opened on the usual day."""
    with as_actor(actor):
        return open_dossier(
            actor.gemeenten[0],
            somebody(naam, bsn),
            on=ON,
            at=AT,
            klantmanager=actor.medewerker_id,
        )
