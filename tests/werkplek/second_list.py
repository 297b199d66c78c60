"""The work list by another way: one person at a time, from a dict of facts, in plain Python.

Of its second reading (tests/rules/second_reading), not of the product: what holds, its last day.
"""

from datetime import date

from tests.rules.second_reading import (
    advies_leerroute,
    afschalen,
    bewaartermijn,
    bijstand,
    boete_bevoegdheid,
    boete_procedure,
    brede_intake,
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
from tests.werkplek.second_who import (
    Work,
    before_plan,
    day_before,
    intake_to_do,
    is_open,
    is_over,
    no_duty,
    on_the_way,
    those,
    within,
)


def work_of(p: Person) -> dict[str, date | None]:
    """Every signal that holds for somebody, with its last day; None where there is none."""
    chapters = (_opvang, _intake, _plan, _voortgang, _termijn, _handhaving, _geld, _einde, _said)
    return {name: day for chapter in chapters for name, day in chapter(p)}


def _opvang(p: Person) -> Work:
    late = p.yes(opvang.huisvesting_te_laat) and not p.is_yes("gehuisvest") and is_open(p)
    waits = intake_to_do(p) and p.yes(opvang.alleen_uitnodiging) and not late
    return those(
        ("woning_te_laat", late, p.day(opvang.streefdag_verhuizing)),
        ("wacht_op_woning", waits, None),
        ("voorbereiding_houdt_op", is_open(p) and p.yes(opvang.voorbereiding_wijkt), None),
    )


def _intake(p: Person) -> Work:
    until, to_do = p.told.get("termijn_oproep_tot"), intake_to_do(p)
    called = to_do and p.yes(oproep_termijn.opgeroepen)
    came_or_not = p.has("kwam_op_oproep")
    short = p.certain(oproep_termijn.schoot_tekort)
    judge = called and came_or_not and is_over(p, until) and short is None
    marked = before_plan(p) and p.is_yes("intake_voltooid")
    missing = marked and p.no(brede_intake.intake_compleet)
    return those(
        ("oproep_loopt", called and until is not None and not came_or_not, until),
        ("oproep_zonder_gevolg", to_do and short is True, until),
        ("oproep_beoordelen", judge, until),
        ("intake_niet_compleet", missing, None),
    )


def _plan(p: Person) -> Work:
    yield from _plan_to_make(p)
    going = on_the_way(p)
    twice = p.yes(advies_leerroute.tweede_blik_nodig) and not p.is_yes("tweede_blik_gedaan")
    unknown_to_duo = going and not p.is_yes("termijn_vastgesteld")
    told = p.has("dagtekening_te_melden_pip") or p.has("einde_huidige_termijn")
    last = day_before(p, wijziging_plan.leerroute_wijzigen_tot)
    ahead = within(p, last, 8) and not is_over(p, last)
    look = going and ahead and not p.has("onvoldoende_of_grotere_voortgang")
    no_reason = p.no(leerbaarheidstoets.leerroute_gemotiveerd)
    moved = going and p.is_yes("verhuisd") and p.is_yes("pip_bij_verhuizing")
    anew = moved and not _plan_of_here(p)
    refused = unknown_to_duo and p.no(melding_pip.duo_neemt_pip_aan)
    yield from those(
        ("pip_na_verhuizing", anew, p.day(persoonlijk_plan.uiterste_dag_zonder_derde)),
        ("tweede_blik", is_open(p) and twice, None),
        ("leerroute_zonder_reden", is_open(p) and no_reason, None),
        ("plan_niet_compleet", going and p.no(inhoud_plan.plan_compleet), None),
        ("pip_bekendmaken", going and not p.has("pip_bekend_op"), None),
        ("pip_melden", unknown_to_duo and not told, None),
        ("pip_geweigerd", refused, None),
        ("leerroute_bekijken", look, last),
    )


def _plan_of_here(p: Person) -> bool:
    """Bi 5.3:3: a plan that was given, or dated, since somebody lives here."""
    here = p.told.get("ingeschreven_na_verhuizing_op")
    days = (p.told.get("pip_bekend_op"), p.told.get("dagtekening_te_melden_pip"))
    return here is not None and any(day is not None and day >= here for day in days)


def _plan_to_make(p: Person) -> Work:
    if not before_plan(p):
        return
    free = no_duty(p) and not p.has("kennisgeving_op")
    waits = p.yes(persoonlijk_plan.mag_op_derde_wachten) and not p.has("informatie_ontvangen_op")
    if waits:
        yield "wacht_op_informatie", None
    if waits or free or p.yes(opvang.alleen_uitnodiging):
        return
    day = p.day(persoonlijk_plan.uiterste_dag) or p.day(persoonlijk_plan.uiterste_dag_zonder_derde)
    late = within(p, day, 4) and not p.is_yes("leerroute_vastgesteld")
    yield ("pip_zonder_leerroute" if late else "pip"), day


def _voortgang(p: Person) -> Work:
    yield from those(
        ("pvt_niet_terecht", is_open(p) and p.no(pvt_map.pvt_terecht_afgerond), None),
        ("map_niet_terecht", is_open(p) and p.no(pvt_map.map_terecht_afgerond), None),
        ("duo_ziet_anders", is_open(p) and p.no(voldaan.duo_ziet_het_ook), None),
    )
    if on_the_way(p):
        yield from _learning(p)


def _learning(p: Person) -> Work:
    if p.told.get("doelgroep") == "asielstatushouder":
        yield from _offer(p)
    ended = within(p, p.told.get("opleiding_tot"), 0) and not p.is_yes("volgt_opleiding_nog")
    talked = p.is_yes("map_eindgesprek_gevoerd") or p.is_yes("map_afgerond")
    z_route = p.told.get("leerroute") == "zelfredzaamheidsroute"
    hours = p.yes(zelfredzaamheidsroute.cursusuren_gehaald)
    hours = hours and p.yes(zelfredzaamheidsroute.participatie_gehaald)
    parts = ("lezen", "luisteren", "schrijven", "spreken")
    done = any(p.is_yes(f"{part}_afgeschaald") for part in parts)
    yield from those(
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
    if not on_the_way(p):
        return
    last = day_before(p, inburgeringstermijn.lopend_einde)
    decides = p.day(inburgeringstermijn.uiterste_dag_beslissing_verlenging)
    pending = decides is not None and not is_over(p, decides)
    if pending:
        yield "verlenging_bij_duo", decides
    if is_over(p, last):
        if p.has("boete_bekend_op"):
            yield "boete_van_duo", None
        elif not pending:
            yield "termijn_voorbij", last
        return
    asked = p.has("verlenging_gevraagd_op") and not is_over(p, decides)
    may_ask = within(p, p.day(inburgeringstermijn.verlenging_aanvragen_vanaf), 0)
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
    yield from those(
        ("boete_vervalt", lapses, None),
        ("boete_betalen", to_pay, p.day(boete_procedure.uiterste_betaaldag)),
        ("rapport", judged and report, None),
        ("zienswijze", judged and view, None),
        ("boetebesluit", judged and p.has("dagtekening_rapport"), decide_by),
    )


def _geld(p: Person) -> Work:
    if not is_open(p):
        return
    undecided = p.has("bijstand_aangevraagd_op") and not p.has("recht_op_bijstand_vanaf")
    undecided = undecided and not p.is_yes("bijstand_beeindigd")
    test = p.yes(taaleis.taaltoets_nodig) and not p.has("uitkomst_taaltoets_op")
    write = p.yes(taaleis.redelijk_vermoeden) and not p.has("kennisgeving_taaleis_op")
    again = p.is_yes("herziening_gevraagd") and not p.has("komt_plicht_nu_na")
    runs = p.yes(ontzorgen.ontzorgen_loopt)
    answered = p.told.get("machtiging_ontzorgen") in {"gegeven", "geweigerd"}
    last = day_before(p, ontzorgen.einde_ontzorgen)
    yield from those(
        ("voorschot", undecided, p.day(bijstand.uiterste_dag_voorschot)),
        ("taaltoets", test, p.day(taaleis.uiterste_dag_taaltoets)),
        ("kennisgeving_taaleis", write, p.day(taaleis.uiterste_dag_kennisgeving)),
        ("bijstand_klopt_niet", p.no(bijstand.besluit_klopt_met_norm), None),
        ("herziening_verlaging", again, None),
        ("machtiging_ontzorgen", runs and not answered, None),
        ("ontzorgen_stopt", runs and within(p, last, 8), last),
        ("vaste_lasten_te_hoog", runs and p.no(ontzorgen.vaste_lasten_passen), None),
    )


def _einde(p: Person) -> Work:
    free = p.is_yes("niet_meer_plichtig") or p.is_yes("plicht_voldaan")
    certificate = p.certain(voldaan.document) == "inburgeringscertificaat" and not p.is_yes(
        "certificaat_persoonlijk_overhandigd"
    )
    if p.has("zaak_geeindigd_op"):
        last = p.day(bewaartermijn.eerste_laatste_dag)
        if within(p, last, 8) or p.yes(bewaartermijn.weg_bij_overlijden):
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
    if noticed and no_duty(p) and not p.within("tijdelijk_vrijgesteld"):
        yield "plicht_anders", None
    exempt = p.day(vrijstelling.uiterste_dag_beslissing_vrijstelling)
    if exempt is not None and not is_over(p, exempt):
        yield "vrijstelling_bij_duo", exempt
    dispense = p.day(ontheffing.uiterste_dag_beslissing_ontheffing)
    if dispense is not None and not is_over(p, dispense):
        yield "ontheffing_bij_duo", dispense
    asked = p.has("ontheffing_gevraagd_op", "uitzonderlijk_en_onvoorzien")
    if asked and not p.is_yes("advies_van_college"):
        yield "advies_aan_duo", dispense
