"""DUO's conditions for a PIP that the municipality reports (DUO-m2m, PIP-2 to PIP-10).

They are checked before sending; DUO checks again. Each function is one condition that holds.
"""

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, at_least, equals, not_so
from meedoen.rules.parameters import Law


def duo_neemt_pip_aan(f: Facts, law: Law) -> Finding:
    """DUO neemt een PIP alleen aan als het aan PIP-2 tot en met PIP-9 voldoet."""
    return all_of(
        dagtekening_na_begin_plicht(f, law),
        dagtekening_na_vestiging(f, law),
        dagtekening_na_eerdere_pips(f, law),
        niveau_past_bij_leerroute(f, law),
        intensiteit_past_bij_melding(f, law),
        text="DUO neemt het PIP aan",
        basis="DUO PIP-2",
    )


def dagtekening_na_begin_plicht(f: Facts, law: Law) -> Finding:
    """PIP-2: de dagtekening ligt niet voor het begin van de plicht."""
    return Finding(
        "de dagtekening ligt niet voor het begin van de plicht",
        "DUO PIP-2",
        at_least(f.dagtekening_te_melden_pip, f.plicht_begon_op),
    )


def dagtekening_na_vestiging(f: Facts, law: Law) -> Finding:
    """PIP-4: de dagtekening ligt niet voor de vestiging in de gemeente."""
    return Finding(
        "de dagtekening ligt niet voor de vestiging in de gemeente",
        "DUO PIP-4",
        at_least(f.dagtekening_te_melden_pip, f.vestiging_in_gemeente_op),
    )


def dagtekening_na_eerdere_pips(f: Facts, law: Law) -> Finding:
    """PIP-3: een gewijzigd PIP ligt niet voor het eerste en niet voor het vorige PIP."""
    return any_of(
        Finding("het is het eerste PIP van deze persoon", "DUO PIP-3", f.eerste_pip_ooit),
        all_of(
            Finding(
                "niet voor het eerste PIP",
                "DUO PIP-3",
                at_least(f.dagtekening_te_melden_pip, f.dagtekening_eerste_pip),
            ),
            Finding(
                "niet voor het vorige PIP",
                "DUO PIP-3",
                at_least(f.dagtekening_te_melden_pip, f.dagtekening_vorig_pip),
            ),
            text="ligt niet voor een eerder PIP",
            basis="DUO PIP-3",
        ),
        text="de volgorde van de plannen klopt",
        basis="DUO PIP-3",
    )


def niveau_past_bij_leerroute(f: Facts, law: Law) -> Finding:
    """PIP-5 tot en met PIP-8: welk niveau bij welke leerroute mag, en wanneer het weg mag."""
    a2 = Finding("niveau A2", "DUO PIP-5", equals(f.te_melden_niveau, Niveau.A2))
    b1 = Finding("niveau B1", "DUO PIP-6", equals(f.te_melden_niveau, Niveau.B1))
    b1_route = _route(f, Leerroute.B1_ROUTE, "DUO PIP-7")
    return any_of(
        not_so(
            Finding("er staat een niveau in de melding", "DUO PIP-8", f.niveau_gemeld),
            text="er staat geen niveau in: DUO vult zelf B1 in",
            basis="DUO PIP-8",
        ),
        all_of(
            any_of(a2, b1, text="het niveau is A2 of B1", basis="DUO PIP-8"),
            _nooit_samen(a2, _route(f, Leerroute.ONDERWIJSROUTE, "DUO PIP-5"), "DUO PIP-5"),
            _nooit_samen(b1, _route(f, Leerroute.ZELFREDZAAMHEIDSROUTE, "DUO PIP-6"), "DUO PIP-6"),
            _nooit_samen(
                all_of(a2, b1_route, text="A2 in de B1-route", basis="DUO PIP-7"),
                Finding("het is het eerste PIP van deze persoon", "DUO PIP-7", f.eerste_pip_ooit),
                "DUO PIP-7",
            ),
            text="het niveau past bij de leerroute",
            basis="DUO PIP-5",
        ),
        text="het niveau mag zo",
        basis="DUO PIP-8",
    )


def intensiteit_past_bij_melding(f: Facts, law: Law) -> Finding:
    """PIP-9: uren per week alleen in de B1-route en alleen voor asielstatushouders."""
    return any_of(
        not_so(
            Finding("er staan uren per week in de melding", "DUO PIP-9", f.intensiteit_b1_gemeld),
            text="er staan geen uren per week in",
            basis="DUO PIP-9",
        ),
        all_of(
            _route(f, Leerroute.B1_ROUTE, "DUO PIP-9"),
            Finding(
                "is asielstatushouder",
                "DUO PIP-9",
                equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER),
            ),
            text="B1-route van een asielstatushouder",
            basis="DUO PIP-9",
        ),
        text="de uren per week mogen zo",
        basis="DUO PIP-9",
    )


def duo_laat_pip_verwijderen(f: Facts, law: Law) -> Finding:
    """PIP-10: verwijderen kan alleen zonder termijn en zonder uren op het huidige aanbod."""
    return all_of(
        not_so(
            Finding("de termijn is vastgesteld", "DUO PIP-10", f.termijn_vastgesteld),
            text="de termijn is nog niet vastgesteld",
            basis="DUO PIP-10",
        ),
        not_so(
            Finding("er staan uren op het aanbod", "DUO PIP-10", f.uren_op_aanbod),
            text="er staan geen uren op het huidige aanbod",
            basis="DUO PIP-10",
        ),
        text="DUO laat het PIP verwijderen",
        basis="DUO PIP-10",
    )


def _route(f: Facts, route: Leerroute, basis: str) -> Finding:
    return Finding(f"volgt de {route.value}", basis, equals(f.te_melden_leerroute, route))


def _nooit_samen(een: Finding, ander: Finding, basis: str) -> Finding:
    beide = all_of(een, ander, text=f"{een.text} en: {ander.text}", basis=basis)
    return not_so(beide, text=f"niet samen: {een.text} en {ander.text}", basis=basis)
