"""A citation in full: `Wi 12:1b` is Wet inburgering 2021, artikel 12, lid 1, onder b."""

from __future__ import annotations

import re

LAWS = {
    "AVG": "Algemene verordening gegevensbescherming",
    "Wi": "Wet inburgering 2021",
    "Bi": "Besluit inburgering 2021",
    "Ri": "Regeling inburgering 2021",
    "Pw": "Participatiewet",
    "Awb": "Algemene wet bestuursrecht",
    "Atw": "Algemene termijnenwet",
    "AOW": "Algemene Ouderdomswet",
    "Fvw": "Financiële-verhoudingswet",
    "Hw": "Huisvestingswet 2014",
    "RWN": "Rijkswet op het Nederlanderschap",
    "Vb": "Vreemdelingenbesluit 2000",
    "Vw": "Vreemdelingenwet 2000",
}
OTHERS = {
    "Brief": "hoofdlijnenbrief van 2 juli 2018",
    "DUO": "gegevensuitwisseling met DUO",
    "Sel": "selectielijst gemeenten",
}
PART = re.compile(r"(?P<lid>[0-9]*)(?P<onder>[a-z]?)")


def in_full(citation: str) -> str:
    """A citation as people read it; what has another form stays as it is, after the name."""
    law, _, rest = citation.partition(" ")
    if law not in LAWS:
        return f"{OTHERS[law]}, {rest}" if law in OTHERS and rest else citation
    article, _, part = rest.partition(":")
    return f"{LAWS[law]}, artikel {article}{_part(part)}"


def _part(part: str) -> str:
    found = PART.fullmatch(part)
    if found is None:
        return f", {part}"
    lid = f", lid {found['lid']}" if found["lid"] else ""
    return lid + (f", onder {found['onder']}" if found["onder"] else "")
