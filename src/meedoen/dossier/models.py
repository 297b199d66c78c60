"""The tables of the dossier, gathered from the files that hold them."""

from meedoen.dossier.bezwaar_table import Bezwaar
from meedoen.dossier.diary_tables import (
    Betrokkenheid,
    Bewaarblokkade,
    Bijzonder,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Vernietiging,
)
from meedoen.dossier.letter_tables import Afzenderversie, Tekstversie
from meedoen.dossier.merge_tables import Overgenomen, Samenvoeging
from meedoen.dossier.paper import Afspraak, Besluit, Document, Documentinhoud
from meedoen.dossier.people import (
    Adres,
    Afwezigheid,
    Gezin,
    Gezinslid,
    Identiteitsbewijs,
    Naamsleutel,
    Persoon,
    VeiligContact,
    Vertegenwoordiging,
)
from meedoen.dossier.rights_tables import Beperking, Intrekking, Inzageverzoek
from meedoen.dossier.sending_tables import Partij, Verzending
from meedoen.dossier.stand import Stand
from meedoen.dossier.work_tables import Onderscheid, Toezegging, Uitstel

__all__ = [
    "Adres",
    "Afspraak",
    "Afwezigheid",
    "Afzenderversie",
    "Beperking",
    "Besluit",
    "Betrokkenheid",
    "Bewaarblokkade",
    "Bezwaar",
    "Bijzonder",
    "Document",
    "Documentinhoud",
    "Dossier",
    "Feit",
    "Gebeurtenis",
    "Gezin",
    "Gezinslid",
    "Identiteitsbewijs",
    "Inhoud",
    "Intrekking",
    "Inzageverzoek",
    "Naamsleutel",
    "Onderscheid",
    "Overgenomen",
    "Partij",
    "Persoon",
    "Samenvoeging",
    "Stand",
    "Tekstversie",
    "Toezegging",
    "Uitstel",
    "VeiligContact",
    "Vernietiging",
    "Vertegenwoordiging",
    "Verzending",
]
