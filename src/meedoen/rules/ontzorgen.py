"""Participatiewet, artikel 56a: the college pays the fixed costs of who is new on bijstand.

Amounts are of one month (`bijstandsmaand`), in cents. Toeslagen stay out: they go to the person.
"""

from meedoen.rules.bijstand import uit_te_betalen_bijstand
from meedoen.rules.calendar import months_longer
from meedoen.rules.choices import Verblijfsrecht
from meedoen.rules.choices_geld import Machtiging
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import of_alle_statushouders, of_duur_volgens_intake
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    before,
    earliest,
    equals,
    fork,
    largest,
    minus,
    not_so,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def valt_onder_ontzorgen(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, eerste lid: bijstand, plicht en asielvergunning (R10.01).

    Family with a regular permit is no target group, nor is a gezins- of overige migrant.
    """
    bijstand = bijstand_loopt(f, law)
    volgens_wet = all_of(
        bijstand,
        Finding(
            "heeft een asielvergunning voor bepaalde tijd",
            "Pw 56a:1",
            equals(f.verblijfsrecht, Verblijfsrecht.ASIEL),
        ),
        inburgeringsplichtig(f, law),
        not_so(
            Finding("is geheel vrijgesteld of ontheven", "Wi 4:1", f.niet_meer_plichtig),
            text="is niet vrijgesteld of ontheven",
            basis="Wi 4:1",
        ),
        text="valt onder ontzorgen",
        basis="Pw 56a:1",
    )
    return of_alle_statushouders(f, law, volgens_wet, bijstand=bijstand)


@once
def bijstand_loopt(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, eerste lid: of iemand op deze dag bijstand heeft (R10.01)."""
    return all_of(
        Finding(
            "het recht op bijstand is ontstaan",
            "Pw 56a:1",
            at_least(f.today, f.recht_op_bijstand_vanaf),
        ),
        not_so(
            all_of(
                Finding("de bijstand heeft een einddag", "Pw 56a:1", f.bijstand_beeindigd),
                Finding("die dag is er", "Pw 56a:1", at_least(f.today, f.bijstand_tot)),
                text="de bijstand is geëindigd",
                basis="Pw 56a:1",
            ),
            text="de bijstand is niet geëindigd",
            basis="Pw 56a:1",
        ),
        text="heeft bijstand",
        basis="Pw 56a:1",
    )


@once
def begin_ontzorgen(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, tweede lid: de dag waarop het recht ontstaat (R10.02)."""
    return Finding("ontzorgen begint", "Pw 56a:2", f.recht_op_bijstand_vanaf)


@once
def wettelijk_einde(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, tweede lid: de eerste dag na zes maanden (R10.02).

    The numbers are those of the day on which the right to bijstand arose.
    """
    maanden = law.in_force(f.recht_op_bijstand_vanaf).duur_ontzorgen
    return Finding(
        "zes maanden zijn voorbij",
        "Pw 56a:2",
        months_longer(f.recht_op_bijstand_vanaf, maanden),
        (begin_ontzorgen(f, law), Finding("duur", "Pw 56a:2", maanden)),
    )


@once
def einde_ontzorgen(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, tweede lid: zes maanden, of eerder (R10.02, R10.03).

    Earlier when bijstand ends, or when an official tailors it: only where the reading allows that.
    """
    p = law.in_force(f.recht_op_bijstand_vanaf)
    wettelijk = wettelijk_einde(f, law)
    op_maat = earliest(
        wettelijk,
        Finding("einddag door maatwerk", "Pw 18:1", f.maatwerk_ontzorgen_tot),
        text="einde met maatwerk",
        basis="Pw 18:1",
    )
    volgens_wet = fork(
        all_of(
            Finding("lezing: maatwerk kan", "Pw 18:1", p.maatwerk_ontzorgen_mogelijk),
            Finding("een ambtenaar besloot tot maatwerk", "Pw 18:1", f.maatwerk_ontzorgen),
            text="er is maatwerk",
            basis="Pw 18:1",
        ),
        op_maat,
        wettelijk,
        text="einde zolang er bijstand is",
        basis="Pw 56a:2",
    )
    zonder_einde_bijstand = of_duur_volgens_intake(f, law, volgens_wet)
    return fork(
        Finding("de bijstand heeft een einddag", "Pw 56a:2", f.bijstand_beeindigd),
        earliest(
            zonder_einde_bijstand,
            Finding("eerste dag zonder bijstand", "Pw 56a:2", f.bijstand_tot),
            text="de eerste van de twee dagen",
            basis="Pw 56a:2",
        ),
        zonder_einde_bijstand,
        text="ontzorgen is voorbij",
        basis="Pw 56a:2",
    )


@once
def ontzorgen_loopt(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a: of het ontzorgen op deze dag geldt (R10.01, R10.02)."""
    einde = einde_ontzorgen(f, law)
    return all_of(
        valt_onder_ontzorgen(f, law),
        Finding("het is nog niet voorbij", "Pw 56a:2", before(f.today, einde.value), (einde,)),
        text="ontzorgen geldt vandaag",
        basis="Pw 56a:2",
    )


def ontzorgen_in_pip(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, derde lid: het besluit over ontzorgen hoort bij het PIP (R10.04)."""
    return any_of(
        not_so(valt_onder_ontzorgen(f, law), text="valt niet onder ontzorgen", basis="Pw 56a:1"),
        Finding("het besluit zit bij het PIP", "Wi 15:3", f.bijstandsbesluiten_bijgevoegd),
        text="het PIP is op dit punt volledig",
        basis="Wi 15:3",
    )


def college_betaalt_vaste_lasten(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, eerste lid: betalen in zijn naam, met machtiging (R10.04)."""
    return all_of(
        ontzorgen_loopt(f, law),
        Finding(
            "gaf een machtiging",
            "Pw 56a:1",
            equals(f.machtiging_ontzorgen, Machtiging.GEGEVEN),
        ),
        text="het college betaalt de vaste lasten",
        basis="Pw 56a:1",
    )


def weigert_ontzorgen(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, eerste lid: wie weigert, komt een plicht niet na (R10.04).

    What follows is the lowering of verlaging.py, with the percentage of the municipality (R09.26).
    """
    return all_of(
        ontzorgen_loopt(f, law),
        Finding(
            "weigerde de machtiging",
            "Pw 56a:1",
            equals(f.machtiging_ontzorgen, Machtiging.GEWEIGERD),
        ),
        text="werkt niet mee aan ontzorgen",
        basis="Pw 56a:1",
    )


def langer_betalen_mogelijk(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 57: langer of breder, alleen met gegronde redenen (R10.03).

    A power of the college, not a duty: payments in his name, or bijstand in kind (57b).
    """
    return all_of(
        bijstand_loopt(f, law),
        Finding("besteedt zonder hulp niet verantwoord", "Pw 57", f.besteedt_niet_verantwoord),
        text="het college kan betalingen blijven doen, of bijstand in natura geven",
        basis="Pw 57",
    )


@once
def vaste_lasten(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a, eerste lid: wat het college in een maand betaalt (R10.02)."""
    return sum_of(
        Finding("huur", "Pw 56a:1", f.huur),
        Finding("gas en stroom", "Pw 56a:1", f.gas_en_stroom),
        Finding("water", "Pw 56a:1", f.water),
        Finding("verplichte zorgverzekering", "Pw 56a:1", f.zorgverzekering),
        text="vaste lasten samen",
        basis="Pw 56a:1",
    )


def vaste_lasten_passen(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a: of de bijstand genoeg is voor de vaste lasten (R10.06).

    No rule says what the college pays when it is not: that is for an official.
    """
    lasten, bijstand = vaste_lasten(f, law), uit_te_betalen_bijstand(f, law)
    return Finding(
        "de vaste lasten passen in de bijstand",
        "Pw 56a:1",
        at_most(lasten.value, bijstand.value),
        (lasten, bijstand),
    )


def tekort(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a: hoeveel de vaste lasten te hoog zijn (R10.06)."""
    lasten, bijstand = vaste_lasten(f, law), uit_te_betalen_bijstand(f, law)
    over = largest(minus(lasten.value, bijstand.value), constant(0, Kind.CENTS))
    return Finding("tekort in deze maand", "Pw 56a:1", over, (lasten, bijstand))


def rest(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 56a: bijstand min de vaste lasten, voor de persoon (R10.05).

    No answer where the costs are higher than the bijstand: there is no rule (R10.06).
    """
    lasten, bijstand = vaste_lasten(f, law), uit_te_betalen_bijstand(f, law)
    return fork(
        vaste_lasten_passen(f, law),
        Finding(
            "bijstand min vaste lasten",
            "Pw 56a:1",
            minus(bijstand.value, lasten.value),
            (bijstand, lasten),
        ),
        Finding("geen regel bekend: een ambtenaar beslist", "Pw 56a:1", constant(None, Kind.CENTS)),
        text="wat de persoon zelf krijgt, naast de toeslagen",
        basis="Pw 31:2d",
    )
