"""How DUO wants what we tell it: PIP 1.2.0, Contactpersoon 1.0.0; what is unknown is left out."""

from __future__ import annotations

import json
from typing import Any

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import Whole, Wire
from meedoen.ports.duo_telling import Contactgegevens, PipMelding

LEERROUTE = {choice: raw for raw, choice in words.LEERROUTE.items()}
NIVEAU = {choice: raw for raw, choice in words.NIVEAU.items()}
ALFABETISERING = {choice: raw for raw, choice in words.ALFABETISERING.items()}


class NewContactWire(Wire):
    """What DUO says of a contactpersoon that it took; without a number nobody can use it."""

    id: Whole
    contactpersoongegevens: Any = None

    def told(self) -> int:
        """The number."""
        return self.id


def pip_body(pip: PipMelding) -> bytes:
    """A plan. Errors: KeyError for a niveau that DUO has no word for."""
    fields = {
        "dagtekeningPip": pip.dagtekening.isoformat(),
        "leerroute": LEERROUTE[pip.leerroute],
        "niveau": None if pip.niveau is None else NIVEAU[pip.niveau],
        "geschatteIntensiteitB1Route": pip.intensiteit_uren,
        "indicatorMagOpleidingAfmaken": pip.mag_opleiding_afmaken,
        "indicatorAlfabetiseringsonderwijs": (
            None if pip.alfabetisering is None else ALFABETISERING[pip.alfabetisering]
        ),
    }
    return _json({name: value for name, value in fields.items() if value is not None})


def contact_body(gegevens: Contactgegevens) -> bytes:
    """A contactpersoon."""
    return _json(
        {
            "naam": gegevens.naam,
            "email": gegevens.email,
            "telefoonnummer": gegevens.telefoon,
        }
    )


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()
