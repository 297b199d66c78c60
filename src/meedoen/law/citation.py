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
_LEDEN = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende",
    "tiende", "elfde", "twaalfde", "dertiende", "veertiende",
)  # fmt: skip
_NEUTER = frozenset({"Bi", "Vb"})  # het Besluit; the others are de Wet or de Regeling
# Their numbers in the collection of all Dutch law.
COLLECTION = {
    "Wi": "BWBR0044770",
    "Bi": "BWBR0045555",
    "Ri": "BWBR0045574",
    "Pw": "BWBR0015703",
    "Awb": "BWBR0005537",
    "Atw": "BWBR0002448",
    "AOW": "BWBR0002221",
    "Fvw": "BWBR0008290",
    "RWN": "BWBR0003738",
    "Vb": "BWBR0011825",
    "Vw": "BWBR0011823",
    "Hw": "BWBR0035303",
}
PART = re.compile(r"(?P<lid>[0-9]*)(?P<onder>[a-z]?)")


def in_full(citation: str) -> str:
    """A citation as people read it; what has another form stays as it is, after the name."""
    law, _, rest = citation.partition(" ")
    if law not in LAWS:
        return f"{OTHERS[law]}, {rest}" if law in OTHERS and rest else citation
    article, part = _article(law, rest)
    return f"{LAWS[law]}, artikel {article}{_part(part)}"


def _article(law: str, rest: str) -> tuple[str, str]:
    """The article, and what of it; an article of the Awb has its chapter before it: 6:7."""
    article, _, part = rest.partition(":")
    if law != "Awb" or not part:
        return article, part
    number, _, part = part.partition(":")
    return f"{article}:{number}", part


def _part(part: str) -> str:
    found = PART.fullmatch(part)
    if found is None:
        return f", {part}"
    lid = f", lid {found['lid']}" if found["lid"] else ""
    return lid + (f", onder {found['onder']}" if found["onder"] else "")


def spoken(citation: str) -> str:
    """A citation as a letter says it: artikel 15, eerste lid, van de Wet inburgering 2021."""
    law, _, rest = citation.partition(" ")
    if law not in LAWS:
        return in_full(citation)
    article, part = _article(law, rest)
    the = "het" if law in _NEUTER else "de"
    return f"artikel {article}{_spoken_part(part)} van {the} {LAWS[law]}"


def _spoken_part(part: str) -> str:
    found = PART.fullmatch(part)
    if found is None:
        return f", {part}," if part else ""
    number = int(found["lid"] or 0)
    lid = f", {_LEDEN[number - 1]} lid" if 0 < number <= len(_LEDEN) else ""
    lid = lid or (f", lid {number}" if number else "")
    onder = f", onderdeel {found['onder']}" if found["onder"] else ""
    return f"{lid}{onder}," if lid or onder else ""


def address_of(citation: str) -> str:
    """Where the text of a citation can be read; "" where that is not known."""
    law, _, article = citation.partition(" ")
    if law not in COLLECTION or article.startswith("bijlage"):
        return ""
    number = article if law == "Awb" else article.partition(":")[0]
    return f"https://wetten.overheid.nl/jci1.3:c:{COLLECTION[law]}&artikel={number}"
