"""Wet, artikel 17; Besluit, artikel 5.4: when the leerroute may be fixed anew."""

from meedoen.rules.calendar import months_longer
from meedoen.rules.choices import Leerroute
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import aanvang
from meedoen.rules.logic import Finding, all_of, any_of, at_least, before, equals, not_so, same
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def leerroute_wijzigen_tot(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, eerste lid: de eerste dag waarop het niet zomaar meer kan (R04.10)."""
    begin = aanvang(f, law)
    maanden = law.in_force(f.dagtekening_eerste_pip).termijn_wijzigen_leerroute
    return Finding(
        "de leerroute kan worden gewijzigd tot",
        "Bi 5.4:1",
        months_longer(begin.value, maanden),
        (begin, Finding("termijn", "Bi 5.4:1", maanden)),
    )


def mag_leerroute_wijzigen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17:2; Besluit, artikel 5.4: vandaag een andere leerroute (R04.10, R04.11)."""
    tot = leerroute_wijzigen_tot(f, law)
    return all_of(
        not_so(
            Finding("blijft in de leerroute", "Wi 17:2", same(f.leerroute, f.gewenste_leerroute)),
            text="gaat naar een andere leerroute",
            basis="Wi 17:2",
        ),
        Finding(
            "de voortgang is te klein of groter dan verwacht",
            "Wi 17:2",
            f.onvoldoende_of_grotere_voortgang,
        ),
        any_of(
            Finding("binnen anderhalf jaar", "Bi 5.4:1", before(f.today, tot.value), (tot,)),
            van_onderwijsroute_naar_b1(f, law),
            na_niet_vrijstellende_opleiding(f, law),
            Finding("dit is een bijzonder geval", "Bi 5.4:3", f.bijzonder_geval),
            text="het moment laat een wijziging toe",
            basis="Bi 5.4",
        ),
        text="het college mag de leerroute wijzigen",
        basis="Wi 17:2",
    )


def van_onderwijsroute_naar_b1(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, eerste lid: van de onderwijsroute naar de B1-route kan altijd."""
    return all_of(
        Finding(
            "volgt de onderwijsroute", "Bi 5.4:1", equals(f.leerroute, Leerroute.ONDERWIJSROUTE)
        ),
        Finding(
            "gaat naar de B1-route", "Bi 5.4:1", equals(f.gewenste_leerroute, Leerroute.B1_ROUTE)
        ),
        text="gaat van de onderwijsroute naar de B1-route",
        basis="Bi 5.4:1",
    )


def na_niet_vrijstellende_opleiding(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4:2, sinds 2023: na een opleiding die later eindigde (R04.11)."""
    p = law.in_force(f.opleiding_beeindigd_op)
    tot = leerroute_wijzigen_tot(f, law)
    return all_of(
        Finding("de regel bestond al", "Bi 5.4:2", p.wijzigen_na_opleiding_mogelijk),
        Finding(
            "de opleiding eindigde na anderhalf jaar",
            "Bi 5.4:2",
            at_least(f.opleiding_beeindigd_op, tot.value),
            (tot,),
        ),
        Finding(
            "de opleiding is geëindigd", "Bi 5.4:2", at_least(f.today, f.opleiding_beeindigd_op)
        ),
        text="een niet-vrijstellende opleiding eindigde na die termijn",
        basis="Bi 5.4:2",
    )
