"""Wet, artikel 12; Regeling, artikel 4.1: what lengthens the term, and by how much.

One request, one ground. DUO decides; what is computed here is a check or a forecast.
"""

from meedoen.rules.calendar import (
    add_days,
    add_months,
    add_weeks,
    day_after,
    days_between,
    months_longer,
)
from meedoen.rules.choices import Doelgroep, Leerroute, Termijn, Verlengingsgrond
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import aanvang, lopend_einde, maanden_later
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    before,
    by_word,
    earliest,
    equals,
    fork,
    one_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

# what happens on one day, and has no end of its own
EENDAAGS = (Verlengingsgrond.OVERLIJDEN, Verlengingsgrond.BEVALLING)
MEERDAAGS = tuple(ground for ground in Verlengingsgrond if ground not in EENDAAGS)


def verlenging_zonder_verwijt(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.3:1; Regeling, artikel 4.1: geen verwijt, met bewijs (R07.04, R07.13)."""
    return all_of(
        grond_aanwezig(f, law),
        tijdens_de_termijn(f, law),
        Finding("aannemelijk en niet te verwijten", "Bi 4.3:1", f.omstandigheid_aannemelijk),
        Finding("het bewijsstuk bij deze grond is er", "Ri 4.1:3", f.bewijs_overgelegd),
        text="krijgt meer tijd: de overschrijding is niet te verwijten",
        basis="Wi 12:1a",
    )


@once
def grond_aanwezig(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.1, eerste lid: de gronden a tot en met j (R07.08, R07.09, R07.11)."""
    lang = _duurde_lang_genoeg(f, law)
    altijd = Finding("geen eis aan de duur", "Ri 4.1:1", constant(True, Kind.ANSWER))
    return by_word(
        Finding("grond", "Ri 4.1:1", f.verlengingsgrond),
        {
            Verlengingsgrond.LANGDURIGE_OMSTANDIGHEID: lang,
            Verlengingsgrond.OVERLIJDEN: altijd,
            Verlengingsgrond.BEVALLING: altijd,
            Verlengingsgrond.ALFABETISERING: all_of(
                _route_met_examen(f), lang, text="alfabetiseringscursus", basis="Ri 4.1:1e"
            ),
            Verlengingsgrond.DAKLOOSHEID: lang,
            Verlengingsgrond.GEEN_AANBOD: aanbod_te_laat(f, law),
            Verlengingsgrond.AANBIEDER: lang,
            Verlengingsgrond.BIJZONDERE_OMSTANDIGHEID: lang,
            Verlengingsgrond.SAMENLOOP: lang,
        },
        text="er is een grond voor verlenging",
        basis="Ri 4.1:1",
    )


@once
def tijdens_de_termijn(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.3, eerste lid: de omstandigheid deed zich tijdens de termijn voor."""
    voorbij = lopend_einde(f, law)
    return any_of(
        Finding(
            "gaat over het aanbod, dat per definitie in de termijn valt",
            "Ri 4.1:1g",
            equals(f.verlengingsgrond, Verlengingsgrond.GEEN_AANBOD),
        ),
        all_of(
            Finding(
                "begon voor het einde van de termijn",
                "Bi 4.3:1",
                before(f.omstandigheid_van, voorbij.value),
                (voorbij,),
            ),
            _was_er_in_de_termijn(f, law),
            text="viel in de termijn",
            basis="Bi 4.3:1",
        ),
        text="deed zich voor tijdens de termijn",
        basis="Bi 4.3:1",
    )


@once
def aanbod_te_laat(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.1, eerste lid, onder g: geen aanbod of geen start op tijd (R07.10).

    Only asielstatushouders get an offer (Wi 16). What is not there yet is late from today on.
    """
    p = law.in_force(f.dagtekening_eerste_pip)
    geen_aanbod = _te_laat(
        f,
        Finding("het college deed een aanbod", "Ri 4.1:1g", f.aanbod_gedaan),
        op=f.aanbod_gedaan_op,
        maanden=p.aanbod_binnen,
    )
    return all_of(
        Finding(
            "is asielstatushouder", "Wi 16:1", equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER)
        ),
        any_of(
            geen_aanbod,
            start_te_laat(f, law),
            text="aanbod of start kwam te laat",
            basis="Ri 4.1:1g",
        ),
        text="het aanbod kwam te laat",
        basis="Ri 4.1:1g",
    )


@once
def start_te_laat(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.1, eerste lid, onder g: onderwijsroute zonder start in zes maanden."""
    p = law.in_force(f.dagtekening_eerste_pip)
    return all_of(
        Finding(
            "volgt de onderwijsroute", "Ri 4.1:1g", equals(f.leerroute, Leerroute.ONDERWIJSROUTE)
        ),
        _te_laat(
            f,
            Finding("kon met het taalschakeltraject starten", "Ri 4.1:1g", f.kon_starten),
            op=f.start_taalschakeltraject_op,
            maanden=p.start_taalschakeltraject_binnen,
        ),
        text="kon niet op tijd met het taalschakeltraject starten",
        basis="Ri 4.1:1g",
    )


def einde_na_verlenging(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.1, tweede lid: het nieuwe einde bij de grond van de aanvraag (R07.08-11).

    A length in days (of the half-open period) is capped by months of the calendar.
    """
    p = law.in_force(f.verlenging_gevraagd_op)
    oud = lopend_einde(f, law)
    even_lang = _even_lang_later(f, oud)
    half_jaar = _hoogstens(even_lang, oud, p.verlenging_hoogstens_halfjaar, basis="Ri 4.1:2e")
    twee_jaar = _hoogstens(even_lang, oud, p.verlenging_hoogstens_twee_jaar, basis="Ri 4.1:2f")
    grond = Verlengingsgrond
    nieuw = by_word(
        Finding("grond", "Ri 4.1:1", f.verlengingsgrond),
        {
            grond.LANGDURIGE_OMSTANDIGHEID: even_lang,
            grond.OVERLIJDEN: maanden_later(oud, p.verlenging_overlijden, "Ri 4.1:2b"),
            grond.BEVALLING: _weken_later(oud, p.verlenging_bevalling, "Ri 4.1:2c"),
            grond.ALFABETISERING: half_jaar,
            grond.DAKLOOSHEID: twee_jaar,
            grond.GEEN_AANBOD: _later_door_aanbod(f, law, oud),
            grond.AANBIEDER: half_jaar,
            grond.BIJZONDERE_OMSTANDIGHEID: twee_jaar,
            grond.SAMENLOOP: even_lang,
        },
        text="einde bij deze grond",
        basis="Ri 4.1:2",
    )
    return fork(
        verlenging_zonder_verwijt(f, law),
        nieuw,
        oud,
        text="de termijn is voorbij",
        basis="Ri 4.1:2",
    )


def _was_er_in_de_termijn(f: Facts, law: Law) -> Finding:
    begin = _begin_lopende_termijn(f, law)
    return any_of(
        Finding(
            "begon in de termijn", "Bi 4.3:1", at_least(f.omstandigheid_van, begin.value), (begin,)
        ),
        all_of(
            Finding("duurt langer dan een dag", "Ri 4.1:1", one_of(f.verlengingsgrond, *MEERDAAGS)),
            Finding(
                "was nog bezig na het begin van de termijn",
                "Bi 4.3:1",
                before(begin.value, f.omstandigheid_tot),
                (begin,),
            ),
            text="liep door in de termijn",
            basis="Bi 4.3:1",
        ),
        text="was er nog na het begin van de termijn",
        basis="Bi 4.3:1",
    )


def _begin_lopende_termijn(f: Facts, law: Law) -> Finding:
    eerste = aanvang(f, law)
    return by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {
            Termijn.EERSTE: eerste,
            Termijn.VERLENGDE: eerste,
            Termijn.NIEUWE: Finding("de dag na de boete", "Wi 24:2", day_after(f.boete_bekend_op)),
        },
        text="de lopende termijn begint",
        basis="Bi 4.1",
    )


def _te_laat(f: Facts, gebeurd: Finding, *, op: Column, maanden: Column) -> Finding:
    grens = add_months(f.dagtekening_eerste_pip, maanden)
    return fork(
        gebeurd,
        Finding("dat was na de uiterste dag", "Ri 4.1:1g", before(grens, op)),
        Finding("die dag is nu voorbij", "Ri 4.1:1g", before(grens, f.today)),
        text=f"te laat: {gebeurd.text}",
        basis="Ri 4.1:1g",
    )


def _duurde_lang_genoeg(f: Facts, law: Law) -> Finding:
    maanden = law.in_force(f.omstandigheid_van).omstandigheid_ten_minste
    grens = months_longer(f.omstandigheid_van, maanden)
    return Finding(
        "duurde ten minste drie maanden achter elkaar",
        "Ri 4.1:1",
        at_least(f.omstandigheid_tot, grens),
        (
            Finding("begon", "Ri 4.1:1", f.omstandigheid_van),
            Finding("eerste dag erna", "Ri 4.1:1", f.omstandigheid_tot),
            Finding("ten minste", "Ri 4.1:1", maanden),
        ),
    )


def _even_lang_later(f: Facts, oud: Finding) -> Finding:
    duur = Finding(
        "duur van de omstandigheid",
        "Ri 4.1:2",
        days_between(f.omstandigheid_van, f.omstandigheid_tot),
    )
    return Finding("even lang later", "Ri 4.1:2", add_days(oud.value, duur.value), (oud, duur))


def _hoogstens(even_lang: Finding, oud: Finding, maanden: Column, *, basis: str) -> Finding:
    grens = maanden_later(oud, maanden, basis)
    return earliest(even_lang, grens, text="even lang later, met een grens", basis=basis)


def _weken_later(oud: Finding, weken: Column, basis: str) -> Finding:
    lengte = Finding("verlenging", basis, weken)
    return Finding("zoveel weken later", basis, add_weeks(oud.value, weken), (oud, lengte))


def _later_door_aanbod(f: Facts, law: Law, oud: Finding) -> Finding:
    p = law.in_force(f.dagtekening_eerste_pip)
    uiterlijk = add_months(f.dagtekening_eerste_pip, p.aanbod_binnen)
    wachten = fork(
        Finding("het college deed een aanbod", "Ri 4.1:1g", f.aanbod_gedaan),
        Finding("dagen tot het aanbod", "Ri 4.1:2g", days_between(uiterlijk, f.aanbod_gedaan_op)),
        Finding("dagen tot vandaag", "Ri 4.1:2g", days_between(uiterlijk, f.today)),
        text="dagen zonder aanbod na drie maanden",
        basis="Ri 4.1:2g",
    )
    return fork(
        start_te_laat(f, law),
        maanden_later(oud, p.verlenging_geen_start, "Ri 4.1:2g"),
        Finding(
            "later met het wachten op het aanbod",
            "Ri 4.1:2g",
            add_days(oud.value, wachten.value),
            (oud, wachten),
        ),
        text="einde door een laat aanbod",
        basis="Ri 4.1:2g",
    )


def _route_met_examen(f: Facts) -> Finding:
    return Finding(
        "volgt de B1-route of de onderwijsroute",
        "Ri 4.1:1e",
        one_of(f.leerroute, Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE),
    )
