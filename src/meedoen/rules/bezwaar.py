"""Awb, hoofdstuk 6 en 7: until when somebody can object, and when the college decides on it.

The facts are of one objection; a dossier can have several, so no dossier holds them.
"""

from meedoen.rules.calendar import (
    add_days,
    add_weeks,
    day_after,
    day_before,
    days_between,
    working_day,
)
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_most,
    choose,
    fork,
    largest,
    norm,
    total,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def uiterste_dag_indienen(f: Facts, law: Law) -> Finding:
    """Awb, artikel 6:7 en 6:8, eerste lid: zes weken vanaf de dag na de bekendmaking; Atw 1.

    The term begins the day after, so its last day is six weeks after the day itself.
    """
    bekend = Finding("het besluit is bekend gemaakt", "Awb 6:8:1", f.besluit_bekend_op)
    return einde_bezwaartermijn(bekend, law)


def einde_bezwaartermijn(bekend: Finding, law: Law) -> Finding:
    """The last day to object to what was made known on the day of a finding."""
    weken = law.in_force(bekend.value).bezwaartermijn
    return Finding(
        "bezwaar maken kan tot en met",
        "Awb 6:7",
        working_day(add_weeks(bekend.value, weken), law.rest),
        (bekend, norm("termijn, of tot de eerste werkdag daarna", "Awb 6:7", weken)),
    )


@once
def op_tijd(f: Facts, law: Law) -> Finding:
    """Awb, artikel 6:9: ontvangen op tijd, of op tijd op de post en binnen een week daarna binnen.

    A bezwaar before the first day is not too early where the besluit was made already (Awb 6:10).
    """
    laatste = uiterste_dag_indienen(f, law)
    ontvangen = Finding("ontvangen", "Awb 6:9:1", f.bezwaar_ontvangen_op)
    return any_of(
        Finding(
            "ontvangen voor het einde van de termijn",
            "Awb 6:9:1",
            at_most(ontvangen.value, laatste.value),
            (ontvangen, laatste),
        ),
        _op_tijd_gepost(f, law, laatste),
        text="het bezwaar is op tijd",
        basis="Awb 6:9",
    )


def _op_tijd_gepost(f: Facts, law: Law, laatste: Finding) -> Finding:
    week = law.in_force(f.besluit_bekend_op).bezwaar_per_post_later
    gepost = Finding("op de post gedaan", "Awb 6:9:2", f.bezwaar_op_de_post_op)
    uiterlijk = Finding(
        "een week na de laatste dag",
        "Awb 6:9:2",
        working_day(add_weeks(laatste.value, week), law.rest),
        (norm("termijn", "Awb 6:9:2", week),),
    )
    return all_of(
        Finding("kwam met de post", "Awb 6:9:2", f.bezwaar_per_post),
        Finding(
            "voor het einde van de termijn op de post gedaan",
            "Awb 6:9:2",
            at_most(gepost.value, laatste.value),
            (gepost,),
        ),
        Finding(
            "ontvangen binnen een week na de termijn",
            "Awb 6:9:2",
            at_most(f.bezwaar_ontvangen_op, uiterlijk.value),
            (uiterlijk,),
        ),
        text="met de post op tijd verstuurd",
        basis="Awb 6:9:2",
    )


def tijdig_of_verschoonbaar(f: Facts, law: Law) -> Finding:
    """Awb, artikel 6:11: wie te laat is en daar niets aan kan doen, wordt toch gehoord."""
    return any_of(
        op_tijd(f, law),
        Finding("te laat, maar niet te verwijten", "Awb 6:11", f.te_laat_verschoonbaar),
        text="het bezwaar strandt niet op de termijn",
        basis="Awb 6:11",
    )


def uiterste_dag_beslissing(f: Facts, law: Law) -> Finding:
    """Awb, artikel 7:10: zes weken, twaalf met een commissie, na de bezwaartermijn.

    Once six weeks longer (lid 3), stood still while a defect was mended (lid 2), and as long as was
    agreed (lid 4). Together longer than twelve weeks, it gets no working day from Atw 1 (Atw 4:c).
    """
    gewoon = _gewone_dag(f, law)
    uitgesteld = Finding("verder uitgesteld", "Awb 7:10:4", f.bezwaar_uitgesteld)
    tot = Finding("uitgesteld tot en met", "Awb 7:10:4", day_before(f.bezwaar_uitgesteld_tot))
    return fork(
        uitgesteld,
        tot,
        gewoon,
        text="beslissing op het bezwaar uiterlijk",
        basis="Awb 7:10",
    )


def _gewone_dag(f: Facts, law: Law) -> Finding:
    einde = uiterste_dag_indienen(f, law)
    weken, stil = _weken(f, law), _stil(f, einde)
    dag = add_days(add_weeks(einde.value, weken.value), stil.value)
    lang = all_of(
        Finding("een commissie adviseert", "Awb 7:13", f.bezwaarcommissie),
        Finding("de beslissing is verdaagd", "Awb 7:10:3", f.bezwaar_verdaagd),
        text="langer dan twaalf weken, dus geen latere werkdag",
        basis="Atw 4:c",
    )
    return Finding(
        "zonder verder uitstel",
        "Awb 7:10:1",
        choose(lang.value, dag, working_day(dag, law.rest)),
        (einde, weken, stil, lang),
    )


def _weken(f: Facts, law: Law) -> Finding:
    """So many weeks, the extension included."""
    p = law.in_force(f.besluit_bekend_op)
    commissie = Finding("een commissie adviseert", "Awb 7:13", f.bezwaarcommissie)
    verdaagd = Finding("de beslissing is verdaagd", "Awb 7:10:3", f.bezwaar_verdaagd)
    gewoon = fork(
        commissie,
        norm("met commissie", "Awb 7:10:1", p.beslistermijn_bezwaar_commissie),
        norm("zonder commissie", "Awb 7:10:1", p.beslistermijn_bezwaar),
        text="termijn",
        basis="Awb 7:10:1",
    )
    langer = norm("verdaagd met hooguit", "Awb 7:10:3", p.verdaging_bezwaar)
    both = total(gewoon.value, langer.value)
    return Finding(
        "weken na de bezwaartermijn",
        "Awb 7:10:1",
        choose(verdaagd.value, both, gewoon.value),
        (gewoon, verdaagd, langer),
    )


def _stil(f: Facts, einde: Finding) -> Finding:
    """Awb 7:10:2: from the day after the request until the day of mending; only while it ran."""
    gevraagd = Finding("gevraagd om het compleet te maken", "Awb 6:6", f.herstel_gevraagd)
    stil_van = largest(day_after(f.herstel_gevraagd_op), day_after(einde.value))
    dagen = Finding(
        "de termijn stond stil",
        "Awb 7:10:2",
        days_between(stil_van, f.herstel_voorbij_op),
        (
            einde,
            Finding("gevraagd", "Awb 7:10:2", f.herstel_gevraagd_op),
            Finding("compleet, of de tijd voorbij", "Awb 7:10:2", f.herstel_voorbij_op),
        ),
    )
    return fork(
        gevraagd,
        dagen,
        Finding("de termijn stond niet stil", "Awb 7:10:2", _none()),
        text="dagen waarin de termijn stilstond",
        basis="Awb 7:10:2",
    )


def _none() -> Column:
    return constant(0, Kind.DAYS)
