"""The operations that DUO hosts: version, method, path, and with which code a success is answered.

A table of facts from the public description; tests hold it beside DUO's own files.
"""

from typing import NamedTuple

PERSOON = "/personen/<bsn>"


class Operation(NamedTuple):
    """One thing that can be asked or told; `name` is the function that answers."""

    api: str
    version: str
    method: str
    path: str
    success: int
    name: str
    says_why: bool = False

    @property
    def endpoint(self) -> str:
        """The name in the routing."""
        return f"{self.method} {self.path}"


def operations() -> tuple[Operation, ...]:
    """All of the fourteen APIs."""
    return (*_reading(), *_writing())


def _reading() -> tuple[Operation, ...]:
    rows = (
        ("Inburgeringsplicht", "1.2.2", "/inburgeringsplicht", "plicht"),
        ("Inburgeringsplicht", "1.2.2", "/inburgeringsplicht/historie", "plicht_historie"),
        ("Inburgeringsplicht", "1.2.2", "/doelgroep", "doelgroep"),
        ("Inburgeringsplicht", "1.2.2", "/doelgroep/historie", "doelgroep_historie"),
        ("Leerbaarheidstoets", "1.2.0", "/lbt/examennummer", "examennummer"),
        ("Leerbaarheidstoets", "1.2.0", "/lbt/resultaten", "lbt_resultaten"),
        ("Inburgeringstermijn", "1.0.0", "/inburgeringstermijn", "termijn"),
        ("Inburgeringstermijn", "1.0.0", "/inburgeringstermijn/historie", "termijn_historie"),
        ("Vrijstelling", "1.0.0", "/vrijstellingen", "vrijstellingen"),
        ("Ontheffing", "1.0.0", "/ontheffingen", "ontheffingen"),
        ("PIP", "1.2.0", "/PIP", "pip"),
        ("MAP-PVT-Zroute", "1.0.0", "/map", "map"),
        ("MAP-PVT-Zroute", "1.0.0", "/pvt", "pvt"),
        ("GevolgdeUren", "1.1.0", "/uren", "uren"),
        ("Examen", "1.0.0", "/examens/resultaten", "examens"),
        ("Examen", "1.0.0", "/examens/gratispogingen", "gratispogingen"),
        ("Verlenging", "1.0.0", "/verlengingen", "verlengingen"),
        ("Boete", "1.0.0", "/boetes", "boetes"),
        ("Gebeurtenis", "1.0.0", "/gebeurtenissen", "gebeurtenissen"),
    )
    everybody = (
        ("Inburgeringstermijn", "1.0.0", "GET", "/verlengingsgronden", 200, "verlengingsgronden"),
        ("Inburgeringsaanbod", "1.2.0", "GET", "/instellingen", 200, "instellingen"),
    )
    persons = (Operation(a, v, "GET", PERSOON + path, 200, name) for a, v, path, name in rows)
    return (*persons, *(Operation(*row) for row in everybody))


def _writing() -> tuple[Operation, ...]:
    uren, een = f"{PERSOON}/uren", "/contactpersonen/<nummer>"
    aanbod = f"{PERSOON}/Inburgeringsaanbod/<instellingsnummer>"
    school = f"{uren}/instellingen/<instellingsnummer>/taallesknm"
    lbt = f"{PERSOON}/lbt/examennummer"
    mpz, contact, gevolgd = "MAP-PVT-Zroute", "Contactpersoon", "GevolgdeUren"
    intake, activiteiten = f"{uren}/bredeintake/taallesknm", f"{uren}/participatieactiviteiten"
    rows = (
        ("Leerbaarheidstoets", "1.2.0", "DELETE", lbt, 200, "geen_lbt", False),
        ("PIP", "1.2.0", "POST", f"{PERSOON}/PIP", 201, "nieuw_pip", True),
        ("PIP", "1.2.0", "DELETE", f"{PERSOON}/PIP", 200, "geen_pip", True),
        (contact, "1.0.0", "POST", "/contactpersonen", 201, "nieuwe_contactpersoon", True),
        (contact, "1.0.0", "PUT", een, 200, "andere_contactpersoon", True),
        (contact, "1.0.0", "DELETE", een, 200, "geen_contactpersoon", False),
        (contact, "1.0.0", "POST", f"{een}{PERSOON}", 201, "koppel_contactpersoon", False),
        (contact, "1.0.0", "DELETE", f"{een}{PERSOON}", 200, "ontkoppel_contactpersoon", False),
        ("Inburgeringsaanbod", "1.2.0", "POST", aanbod, 201, "nieuw_aanbod", True),
        ("Inburgeringsaanbod", "1.2.0", "DELETE", aanbod, 204, "geen_aanbod", True),
        (mpz, "1.0.0", "PUT", f"{PERSOON}/map", 200, "zet_map", True),
        (mpz, "1.0.0", "PUT", f"{PERSOON}/pvt", 200, "zet_pvt", True),
        (mpz, "1.0.0", "PUT", f"{PERSOON}/zroute", 200, "zet_zroute", True),
        (gevolgd, "1.1.0", "PUT", intake, 200, "uren_intake", False),
        (gevolgd, "1.1.0", "PUT", activiteiten, 200, "uren_activiteiten", False),
        (gevolgd, "1.1.0", "PUT", f"{uren}/participatietaalles", 200, "uren_taalles", False),
        (gevolgd, "1.1.0", "PUT", school, 200, "uren_instelling", True),
    )
    return tuple(Operation(*row) for row in rows)
