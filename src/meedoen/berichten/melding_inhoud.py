"""What a message says: made from the line it follows from, kept sealed, shown in DUO's order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.keys import keys_in_use
from meedoen.berichten.melding_tables import Melding
from meedoen.berichten.sealing import seal_body, unseal_body
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Gebeurtenis
from meedoen.ports.duo_answers import PipAnswer
from meedoen.ports.duo_telling import PipMelding
from meedoen.ports.duo_words import Alfabetisering
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.column import Plain

NAMES = ("leerroute", "niveau_in_pip", "uren_in_pip", "alfabetisering_in_pip", "doelgroep")
# In the Portal a plan is asked for in this order, and so it is in DUO's description.
LABELS = (
    ("dagtekening", lazy("Dagtekening van het PIP")),
    ("leerroute", lazy("Leerroute")),
    ("niveau", lazy("Niveau")),
    ("intensiteit_uren", lazy("Geschatte intensiteit van de B1-route, in uren")),
    ("mag_opleiding_afmaken", lazy("Mag eerst een opleiding afmaken")),
    ("alfabetisering", lazy("Alfabetiseringsonderwijs")),
)


@dataclass(frozen=True)
class Inhoud:
    """A plan as it was or would be sent, and what DUO knew then; None: that is not known.

    `vorig`: the date on the plan that DUO had. `eerste`: no municipality had a plan before.
    """

    pip: PipMelding
    vorig: date | None = None
    eerste: bool | None = None

    @property
    def feiten(self) -> dict[str, Plain]:
        """What the diary says of it."""
        told: dict[str, Plain] = {
            "dagtekening_te_melden_pip": self.pip.dagtekening,
            "te_melden_leerroute": self.pip.leerroute,
            "te_melden_niveau": self.pip.niveau,
            "niveau_gemeld": self.pip.niveau is not None,
            "intensiteit_b1_gemeld": self.pip.intensiteit_uren is not None,
            "dagtekening_vorig_pip": self.vorig,
            "eerste_pip_ooit": self.eerste,
        }
        return {name: value for name, value in told.items() if value is not None}


def pip_of(line: Gebeurtenis) -> PipMelding | None:
    """The plan as the dossier had it when the line was written; None without a leerroute.

    What DUO takes of some people only is left out for the others (PIP-9), and so is a level that
    DUO has no word for in the zelfredzaamheidsroute: there is no exam there (Wi 8:3).
    """
    known = facts_of(
        [line.dossier_id], on=line.gebeurd_op, known_at=line.vastgelegd_at, names=NAMES
    ).facts.row()
    route = known.get("leerroute")
    if not isinstance(route, Leerroute):
        return None
    niveau, uren = known.get("niveau_in_pip"), known.get("uren_in_pip")
    asiel = known.get("doelgroep") is Doelgroep.ASIELSTATUSHOUDER
    without = route is Leerroute.ZELFREDZAAMHEIDSROUTE and niveau is Niveau.A1
    return PipMelding(
        dagtekening=line.gebeurd_op,
        leerroute=route,
        niveau=niveau if isinstance(niveau, Niveau) and not without else None,
        intensiteit_uren=_hours(uren) if asiel and route is Leerroute.B1_ROUTE else None,
        # that letters must be learned does not say which of DUO's two kinds it is
        alfabetisering=(
            Alfabetisering.NIET_NODIG if known.get("alfabetisering_in_pip") is False else None
        ),
    )


def _hours(value: Plain) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def same(pip: PipMelding, known: PipAnswer | None, gemeente: int) -> bool:
    """Whether DUO knows this very plan, of this municipality (CBS code)."""
    if known is None or known.gemeente != gemeente or known.dagtekening != pip.dagtekening:
        return False
    wanted = pip.niveau
    if wanted is None and pip.leerroute is not Leerroute.ZELFREDZAAMHEIDSROUTE:
        wanted = Niveau.B1  # DUO fills it in (PIP-8)
    niveau = None if known.niveau is None else known.niveau.choice
    return (
        known.leerroute.choice is pip.leerroute
        and (wanted is None or niveau is wanted)
        and pip.intensiteit_uren in (None, known.intensiteit_uren)
    )


def sealed(row: Melding, inhoud: Inhoud) -> str:
    """Under seal, for this message only."""
    pip = inhoud.pip
    plain = {
        "dagtekening": pip.dagtekening.isoformat(),
        "leerroute": pip.leerroute.value,
        "niveau": pip.niveau and pip.niveau.value,
        "intensiteit_uren": pip.intensiteit_uren,
        "mag_opleiding_afmaken": pip.mag_opleiding_afmaken,
        "alfabetisering": pip.alfabetisering and pip.alfabetisering.value,
        "vorig": inhoud.vorig and inhoud.vorig.isoformat(),
        "eerste": inhoud.eerste,
    }
    body = json.dumps(plain, ensure_ascii=True).encode()
    return seal_body(body, keys_in_use(), gemeente=row.gemeente_id, of=mark(row.gebeurtenis_id))


def mark(gebeurtenis: int) -> str:
    """What the seal of a message holds for."""
    return f"melding-{gebeurtenis}"


def opened(row: Melding) -> Inhoud | None:
    """What was sent; None: nothing went yet. Errors: UnsealError."""
    if not row.verzegeld:
        return None
    of = mark(row.gebeurtenis_id)
    body = unseal_body(row.verzegeld, keys_in_use(), gemeente=row.gemeente_id, of=of)
    found: Mapping[str, Any] = json.loads(body)
    vorig = found["vorig"]
    return Inhoud(
        PipMelding(
            date.fromisoformat(found["dagtekening"]),
            Leerroute(found["leerroute"]),
            Niveau(found["niveau"]) if found["niveau"] else None,
            found["intensiteit_uren"],
            found["mag_opleiding_afmaken"],
            Alfabetisering(found["alfabetisering"]) if found["alfabetisering"] else None,
        ),
        date.fromisoformat(vorig) if vorig else None,
        found["eerste"],
    )


def fields(pip: PipMelding) -> Iterator[tuple[str, str, str]]:
    """Name, label and words of each field, in DUO's order; "" is what stays empty."""
    for name, label in LABELS:
        yield name, str(label), _words(getattr(pip, name))


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    return str(getattr(value, "value", value))
