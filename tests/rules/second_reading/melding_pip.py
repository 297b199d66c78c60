"""Second reading of the conditions PIP-2 to PIP-10 of DUO for the message of a plan."""

from tests.rules.second_reading.person import Person


def duo_neemt_pip_aan(p: Person) -> bool:
    """Voorwaarden PIP-2 tot en met PIP-9."""
    return (
        dagtekening_na_begin_plicht(p)
        and dagtekening_na_vestiging(p)
        and dagtekening_na_eerdere_pips(p)
        and niveau_past_bij_leerroute(p)
        and intensiteit_past_bij_melding(p)
    )


def dagtekening_na_begin_plicht(p: Person) -> bool:
    """Voorwaarde PIP-2: the same day is not before it."""
    return p.dagtekening_te_melden_pip >= p.plicht_begon_op


def dagtekening_na_vestiging(p: Person) -> bool:
    """Voorwaarde PIP-4."""
    return p.dagtekening_te_melden_pip >= p.vestiging_in_gemeente_op


def dagtekening_na_eerdere_pips(p: Person) -> bool:
    """Voorwaarde PIP-3: only a changed plan has an earlier one."""
    eerder = max(p.dagtekening_eerste_pip, p.dagtekening_vorig_pip)
    return p.eerste_pip_ooit or p.dagtekening_te_melden_pip >= eerder


def niveau_past_bij_leerroute(p: Person) -> bool:
    """Voorwaarden PIP-5 tot en met PIP-8; the message knows only A2 and B1."""
    if not p.niveau_gemeld:
        # PIP-8 fills in B1 for the other two routes; no condition asks a level of this one
        return True
    if p.te_melden_niveau == "B1":
        return p.te_melden_leerroute != "zelfredzaamheidsroute"  # PIP-6
    if p.te_melden_niveau != "A2" or p.te_melden_leerroute == "onderwijsroute":  # PIP-5
        return False
    return p.te_melden_leerroute == "zelfredzaamheidsroute" or not p.eerste_pip_ooit  # PIP-7


def intensiteit_past_bij_melding(p: Person) -> bool:
    """Voorwaarde PIP-9."""
    mag = p.te_melden_leerroute == "B1-route" and p.doelgroep == "asielstatushouder"
    return mag or not p.intensiteit_b1_gemeld


def duo_laat_pip_verwijderen(p: Person) -> bool:
    """Voorwaarde PIP-10."""
    return not p.termijn_vastgesteld and not p.uren_op_aanbod
