"""The work list by another way: one person at a time, from a dict of facts, in plain Python.

Of its second reading (tests/rules/second_reading), not of the product: what holds, its last day.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.rules.second_reading import (
    advies_leerroute,
    afschalen,
    bewaartermijn,
    bijstand,
    boete_bevoegdheid,
    boete_procedure,
    brede_intake,
    inburgeringsplicht,
    inburgeringstermijn,
    inhoud_plan,
    leerbaarheidstoets,
    melding_pip,
    ontheffing,
    ontzorgen,
    oproep_termijn,
    opvang,
    persoonlijk_plan,
    pvt_map,
    taaleis,
    voldaan,
    vrijstelling,
    wijziging_plan,
    zelfredzaamheidsroute,
)
from tests.rules.second_reading.calendar import months_later
from tests.werkplek.certain import Person
from tests.werkplek.second_duo import differences as _said

WEEK = timedelta(days=7)
Work = Iterator[tuple[str, date | None]]


def work_of(p: Person) -> dict[str, date | None]:
    """Every signal that holds for somebody, with its last day; None where there is none."""
    chapters = (_opvang, _intake, _plan, _voortgang, _termijn, _handhaving, _geld, _einde, _said)
    return {name: day for chapter in chapters for name, day in chapter(p)}


def _open(p: Person) -> bool:
    """Lives, lives here, and the case was not closed."""
    return not (p.has("zaak_geeindigd_op") or p.is_yes("overleden") or p.is_no("ingezetene"))


def _goes_on(p: Person) -> bool:
    return _open(p) and not p.within("tijdelijk_vrijgesteld")


def _before_plan(p: Person) -> bool:
    return _goes_on(p) and not p.has("dagtekening_eerste_pip")


def _on_the_way(p: Person) -> bool:
    ended = p.is_yes("niet_meer_plichtig") or p.is_yes("plicht_voldaan")
    done = ended or p.has("plicht_geeindigd_op")
    return _goes_on(p) and p.has("dagtekening_eerste_pip") and not done


def _no_duty(p: Person) -> bool:
    """A child certainly has none, also while the first day of its permit is not known."""
    too_young = p.no(inburgeringsplicht.heeft_de_leeftijd)
    return too_young or p.no(inburgeringsplicht.inburgeringsplichtig)


def _intake_to_do(p: Person) -> bool:
    return _before_plan(p) and not p.is_yes("intake_voltooid")


def _day_before(p: Person, rule: Callable[..., date | None]) -> date | None:
    day = p.day(rule)
    return None if day is None else day - timedelta(days=1)


def _within(p: Person, day: date | None, weeks: int) -> bool:
    return day is not None and day <= p.today + weeks * WEEK


def _over(p: Person, day: date | None) -> bool:
    return day is not None and day < p.today


def _those(*rows: tuple[str, bool, date | None]) -> Work:
    """The signals that hold: name, whether, and last day of each."""
    return ((name, day) for name, holds, day in rows if holds)


def _opvang(p: Person) -> Work:
    late = p.yes(opvang.huisvesting_te_laat) and not p.is_yes("gehuisvest") and _open(p)
    waits = _intake_to_do(p) and p.yes(opvang.alleen_uitnodiging) and not late
    return _those(
        ("woning_te_laat", late, p.day(opvang.streefdag_verhuizing)),
        ("wacht_op_woning", waits, None),
        ("voorbereiding_houdt_op", _open(p) and p.yes(opvang.voorbereiding_wijkt), None),
    )


def _intake(p: Person) -> Work:
    until, to_do = p.told.get("termijn_oproep_tot"), _intake_to_do(p)
    called = to_do and p.yes(oproep_termijn.opgeroepen)
    came_or_not = p.has("kwam_op_oproep")
    short = p.certain(oproep_termijn.schoot_tekort)
    judge = called and came_or_not and _over(p, until) and short is None
    marked = _before_plan(p) and p.is_yes("intake_voltooid")
    missing = marked and p.no(brede_intake.intake_compleet)
    return _those(
        ("oproep_loopt", called and until is not None and not came_or_not, until),
        ("oproep_zonder_gevolg", to_do and short is True, until),
        ("oproep_beoordelen", judge, until),
        ("intake_niet_compleet", missing, None),
    )


def _plan(p: Person) -> Work:
    yield from _plan_to_make(p)
    on_the_way = _on_the_way(p)
    twice = p.yes(advies_leerroute.tweede_blik_nodig) and not p.is_yes("tweede_blik_gedaan")
    unknown_to_duo = on_the_way and not p.is_yes("termijn_vastgesteld")
    told = p.has("dagtekening_te_melden_pip") or p.has("einde_huidige_termijn")
    last = _day_before(p, wijziging_plan.leerroute_wijzigen_tot)
    ahead = _within(p, last, 8) and not _over(p, last)
    look = on_the_way and ahead and not p.has("onvoldoende_of_grotere_voortgang")
    no_reason = p.no(leerbaarheidstoets.leerroute_gemotiveerd)
    refused = unknown_to_duo and p.no(melding_pip.duo_neemt_pip_aan)
    yield from _those(
        ("tweede_blik", _open(p) and twice, None),
        ("leerroute_zonder_reden", _open(p) and no_reason, None),
        ("plan_niet_compleet", on_the_way and p.no(inhoud_plan.plan_compleet), None),
        ("pip_bekendmaken", on_the_way and not p.has("pip_bekend_op"), None),
        ("pip_melden", unknown_to_duo and not told, None),
        ("pip_geweigerd", refused, None),
        ("leerroute_bekijken", look, last),
    )


def _plan_to_make(p: Person) -> Work:
    if not _before_plan(p):
        return
    free = _no_duty(p) and not p.has("kennisgeving_op")
    waits = p.yes(persoonlijk_plan.mag_op_derde_wachten) and not p.has("informatie_ontvangen_op")
    if waits:
        yield "wacht_op_informatie", None
    if waits or free or p.yes(opvang.alleen_uitnodiging):
        return
    day = p.day(persoonlijk_plan.uiterste_dag) or p.day(persoonlijk_plan.uiterste_dag_zonder_derde)
    late = _within(p, day, 4) and not p.is_yes("leerroute_vastgesteld")
    yield ("pip_zonder_leerroute" if late else "pip"), day


def _voortgang(p: Person) -> Work:
    yield from _those(
        ("pvt_niet_terecht", _open(p) and p.no(pvt_map.pvt_terecht_afgerond), None),
        ("map_niet_terecht", _open(p) and p.no(pvt_map.map_terecht_afgerond), None),
        ("duo_ziet_anders", _open(p) and p.no(voldaan.duo_ziet_het_ook), None),
    )
    if _on_the_way(p):
        yield from _learning(p)


def _learning(p: Person) -> Work:
    if p.told.get("doelgroep") == "asielstatushouder":
        yield from _offer(p)
    ended = _within(p, p.told.get("opleiding_tot"), 0) and not p.is_yes("volgt_opleiding_nog")
    talked = p.is_yes("map_eindgesprek_gevoerd") or p.is_yes("map_afgerond")
    z_route = p.told.get("leerroute") == "zelfredzaamheidsroute"
    hours = p.yes(zelfredzaamheidsroute.cursusuren_gehaald)
    hours = hours and p.yes(zelfredzaamheidsroute.participatie_gehaald)
    parts = ("lezen", "luisteren", "schrijven", "spreken")
    done = any(p.is_yes(f"{part}_afgeschaald") for part in parts)
    yield from _those(
        ("opleiding_geeindigd", ended and not p.has("opleiding_beeindigd_op"), None),
        ("map_eindgesprek", _map_hours(p) and not talked, None),
        ("eindgesprek", z_route and hours and not p.is_yes("eindgesprek_gevoerd"), None),
        ("afschalen_kan", p.yes(afschalen.mag_afschalen) and not done, None),
    )


def _map_hours(p: Person) -> bool:
    """Ri 3.1: forty hours of practice are enough, whatever the college deducted from them."""
    return bool(p.told.get("map_praktijkuren", 0) >= 40 or p.yes(pvt_map.map_uren_gehaald))


def _offer(p: Person) -> Work:
    """Ri 4.1:1g: an offer within three months of the plan, a start within six."""
    plan = p.told["dagtekening_eerste_pip"]
    if not p.is_yes("aanbod_gedaan"):
        yield "geen_aanbod", months_later(plan, 3)
    elif p.told.get("leerroute") == "onderwijsroute" and not p.is_yes("kon_starten"):
        yield "geen_start", months_later(plan, 6)


def _termijn(p: Person) -> Work:
    if not _on_the_way(p):
        return
    last = _day_before(p, inburgeringstermijn.lopend_einde)
    decides = p.day(inburgeringstermijn.uiterste_dag_beslissing_verlenging)
    pending = decides is not None and not _over(p, decides)
    if pending:
        yield "verlenging_bij_duo", decides
    if _over(p, last):
        if p.has("boete_bekend_op"):
            yield "boete_van_duo", None
        elif not pending:
            yield "termijn_voorbij", last
        return
    asked = p.has("verlenging_gevraagd_op") and not _over(p, decides)
    may_ask = _within(p, p.day(inburgeringstermijn.verlenging_aanvragen_vanaf), 0)
    if may_ask and not asked:
        yield "termijn_loopt_af", last


def _handhaving(p: Person) -> Work:
    if p.has("zaak_geeindigd_op"):
        return
    alive, fined = not p.is_yes("overleden"), p.has("boetebesluit_bekend_op")
    lapses = fined and p.yes(boete_procedure.boete_vervalt_door_overlijden)
    to_pay = fined and alive and p.is_yes("al_beboet") and not p.is_yes("boete_betaald")
    decided = p.is_yes("al_beboet") or p.is_yes("bericht_geen_boete") or p.is_no("verwijtbaar")
    judged = alive and p.has("overtreding") and not decided
    judged = judged and not p.no(boete_bevoegdheid.boete_kan_nog)
    report = p.yes(boete_procedure.rapport_verplicht) and not p.is_yes("rapport_opgemaakt")
    view = p.yes(boete_procedure.zienswijze_verplicht) and not p.is_yes("zienswijze_gevraagd")
    decide_by = p.day(boete_procedure.uiterste_dag_boetebesluit)
    yield from _those(
        ("boete_vervalt", lapses, None),
        ("boete_betalen", to_pay, p.day(boete_procedure.uiterste_betaaldag)),
        ("rapport", judged and report, None),
        ("zienswijze", judged and view, None),
        ("boetebesluit", judged and p.has("dagtekening_rapport"), decide_by),
    )


def _geld(p: Person) -> Work:
    if not _open(p):
        return
    undecided = p.has("bijstand_aangevraagd_op") and not p.has("recht_op_bijstand_vanaf")
    undecided = undecided and not p.is_yes("bijstand_beeindigd")
    test = p.yes(taaleis.taaltoets_nodig) and not p.has("uitkomst_taaltoets_op")
    write = p.yes(taaleis.redelijk_vermoeden) and not p.has("kennisgeving_taaleis_op")
    again = p.is_yes("herziening_gevraagd") and not p.has("komt_plicht_nu_na")
    runs = p.yes(ontzorgen.ontzorgen_loopt)
    answered = p.told.get("machtiging_ontzorgen") in {"gegeven", "geweigerd"}
    last = _day_before(p, ontzorgen.einde_ontzorgen)
    yield from _those(
        ("voorschot", undecided, p.day(bijstand.uiterste_dag_voorschot)),
        ("taaltoets", test, p.day(taaleis.uiterste_dag_taaltoets)),
        ("kennisgeving_taaleis", write, p.day(taaleis.uiterste_dag_kennisgeving)),
        ("bijstand_klopt_niet", p.no(bijstand.besluit_klopt_met_norm), None),
        ("herziening_verlaging", again, None),
        ("machtiging_ontzorgen", runs and not answered, None),
        ("ontzorgen_stopt", runs and _within(p, last, 8), last),
        ("vaste_lasten_te_hoog", runs and p.no(ontzorgen.vaste_lasten_passen), None),
    )


def _einde(p: Person) -> Work:
    free = p.is_yes("niet_meer_plichtig") or p.is_yes("plicht_voldaan")
    certificate = p.certain(voldaan.document) == "inburgeringscertificaat" and not p.is_yes(
        "certificaat_persoonlijk_overhandigd"
    )
    if p.has("zaak_geeindigd_op"):
        last = p.day(bewaartermijn.eerste_laatste_dag)
        if _within(p, last, 8) or p.yes(bewaartermijn.weg_bij_overlijden):
            yield "bewaren_voorbij", last
        return
    if p.is_yes("overleden"):
        yield "overleden", None
        return
    if certificate:
        yield "certificaat", None
    if p.is_no("ingezetene"):
        yield "vertrokken", None
        return
    ended = p.yes(voldaan.plicht_voorbij) or p.has("plicht_geeindigd_op")
    if ended and not certificate:
        yield "klaar", None
    if not free:
        yield from _duo(p)


def _duo(p: Person) -> Work:
    noticed = p.has("kennisgeving_op") and not p.has("plicht_geeindigd_op")
    if noticed and _no_duty(p):
        yield "plicht_anders", None
    exempt = p.day(vrijstelling.uiterste_dag_beslissing_vrijstelling)
    if exempt is not None and not _over(p, exempt):
        yield "vrijstelling_bij_duo", exempt
    dispense = p.day(ontheffing.uiterste_dag_beslissing_ontheffing)
    if dispense is not None and not _over(p, dispense):
        yield "ontheffing_bij_duo", dispense
    asked = p.has("ontheffing_gevraagd_op", "uitzonderlijk_en_onvoorzien")
    if asked and not p.is_yes("advies_van_college"):
        yield "advies_aan_duo", dispense
