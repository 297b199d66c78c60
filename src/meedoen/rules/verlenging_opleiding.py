"""Besluit, artikel 4.3:2; Regeling, artikel 4.2: more time for a non-exempting education (R07.12).

The ground exists since 1 January 2023. DUO decides; what is computed here is a check. How an
earlier extension is set off against an education that ended later, the text does not say: unknown.
"""

from meedoen.rules.calendar import add_days, days_between
from meedoen.rules.choices import Opleiding, Termijn
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import aanvang, lopend_einde, maanden_later
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    before,
    by_word,
    earliest,
    equals,
    fork,
    largest,
    one_of,
    same,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

LANG = (Opleiding.PRAKTIJKONDERWIJS, Opleiding.VSO)


def verlenging_om_opleiding(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.3, tweede lid: wie praktijkonderwijs, vso of entree volgde (R07.12)."""
    p = law.in_force(f.verlenging_gevraagd_op)
    return all_of(
        Finding("de regel bestond al", "Bi 4.3:2", p.verlenging_om_opleiding_mogelijk),
        Finding(
            "is een opleiding die geen vrijstelling geeft",
            "Ri 4.2:1",
            one_of(f.opleiding, *LANG, Opleiding.ENTREE),
        ),
        Finding(
            "begon daarmee voor het einde van de termijn",
            "Bi 4.3:2",
            before(f.opleiding_van, lopend_einde(f, law).value),
        ),
        _viel_in_de_termijn(f, law),
        Finding(
            "het is geen nieuwe termijn na een boete",
            "Ri 4.2:3",
            one_of(f.soort_termijn, Termijn.EERSTE, Termijn.VERLENGDE),
        ),
        Finding("het bewijs van de school is er", "Ri 4.2:2", f.bewijs_overgelegd),
        fork(
            _volgt_nog(f),
            nog_een_keer_mogelijk(f, law),
            _eerder_niet_verlengd(f),
            text="is hiervoor niet te vaak verlengd",
            basis="Ri 4.2",
        ),
        text="krijgt meer tijd om een opleiding",
        basis="Bi 4.3:2",
    )


@once
def nog_een_keer_mogelijk(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.2, vierde lid: eerst twee jaar, dan nog twee keer; entree een keer."""
    p = law.in_force(f.verlenging_gevraagd_op)
    entree = Finding("volgt nu de entreeopleiding", "Ri 4.2:4", _volgt_entree(f).value)
    return fork(
        entree,
        _vaker_niet_dan(f, p.verlengingen_om_entree),
        _vaker_niet_dan(f, p.verlengingen_om_opleiding),
        text="de opleiding kan nog een verlenging geven",
        basis="Ri 4.2:4",
    )


def einde_na_opleiding(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 4.2, derde tot en met vijfde lid: het nieuwe einde om een opleiding."""
    oud = lopend_einde(f, law)
    nieuw = fork(
        _stroomde_door(f),
        fork(
            Finding("de entreeopleiding sloot direct aan", "Ri 4.2:5", f.entree_sluit_aan),
            _om_entree(f, law, _om_eerste_opleiding(f, law, oud)),
            _om_opleiding_bij_begin(f, law, oud),
            text="einde om twee opleidingen",
            basis="Ri 4.2:5",
        ),
        _om_een_opleiding(f, law, oud),
        text="einde om de opleiding",
        basis="Ri 4.2",
    )
    return fork(
        verlenging_om_opleiding(f, law), nieuw, oud, text="de termijn is voorbij", basis="Ri 4.2"
    )


def _om_opleiding_bij_begin(f: Facts, law: Law, oud: Finding) -> Finding:
    eerste, entree = _om_eerste_opleiding(f, law, oud), _om_entree(f, law, oud)
    return by_word(
        Finding("opleiding bij het begin van de plicht", "Ri 4.2:5", f.opleiding_bij_begin_plicht),
        {
            Opleiding.PRAKTIJKONDERWIJS: eerste,
            Opleiding.VSO: eerste,
            Opleiding.ENTREE: entree,
        },
        text="einde om de opleiding bij het begin van de plicht",
        basis="Ri 4.2:5",
    )


def _om_een_opleiding(f: Facts, law: Law, oud: Finding) -> Finding:
    p = law.in_force(f.verlenging_gevraagd_op)
    eerste_keer = Finding(
        "nog niet eerder hiervoor verlengd",
        "Ri 4.2:4",
        same(f.verlengingen_voor_opleiding, constant(0, Kind.COUNT)),
    )
    nog_bezig = fork(
        eerste_keer,
        maanden_later(oud, p.verlenging_opleiding_eerste, "Ri 4.2:4"),
        maanden_later(oud, p.verlenging_opleiding_daarna, "Ri 4.2:4"),
        text="einde om een opleiding die nog loopt",
        basis="Ri 4.2:4",
    )
    klaar = _om_eerste_opleiding(f, law, oud)
    return fork(_volgt_nog(f), nog_bezig, klaar, text="einde om een opleiding", basis="Ri 4.2")


def _om_eerste_opleiding(f: Facts, law: Law, oud: Finding) -> Finding:
    """An education that ended: its days since the duty began; entree at most two years."""
    later = _dagen_later(f, oud, van=f.opleiding_van, tot=f.opleiding_tot)
    is_entree = Finding("is de entreeopleiding", "Ri 4.2:3", equals(f.opleiding, Opleiding.ENTREE))
    return fork(
        is_entree,
        _hoogstens_twee_jaar(f, law, oud=oud, later=later),
        later,
        text="einde om een opleiding die voorbij is",
        basis="Ri 4.2:3",
    )


def _om_entree(f: Facts, law: Law, oud: Finding) -> Finding:
    """The entreeopleiding after another one: two years while it lasts, else its days."""
    p = law.in_force(f.verlenging_gevraagd_op)
    later = _dagen_later(f, oud, van=f.entree_van, tot=f.entree_tot)
    return fork(
        _volgt_nog(f),
        maanden_later(oud, p.verlenging_opleiding_eerste, "Ri 4.2:4"),
        _hoogstens_twee_jaar(f, law, oud=oud, later=later),
        text="einde om de entreeopleiding",
        basis="Ri 4.2:5",
    )


def _dagen_later(f: Facts, oud: Finding, *, van: Column, tot: Column) -> Finding:
    begin = largest(van, f.plicht_begon_op)
    # an education that ended before the duty began counts for nothing, not for less than nothing
    dagen = largest(days_between(begin, tot), constant(0, Kind.DAYS))
    duur = Finding("dagen opleiding sinds het begin van de plicht", "Ri 4.2:3", dagen)
    return Finding("even lang later", "Ri 4.2:3", add_days(oud.value, dagen), (oud, duur))


def _hoogstens_twee_jaar(f: Facts, law: Law, *, oud: Finding, later: Finding) -> Finding:
    p = law.in_force(f.verlenging_gevraagd_op)
    grens = maanden_later(oud, p.verlenging_entree_hoogstens, "Ri 4.2:3")
    return earliest(later, grens, text="even lang later, hoogstens twee jaar", basis="Ri 4.2:3")


def _viel_in_de_termijn(f: Facts, law: Law) -> Finding:
    begin = aanvang(f, law)
    return any_of(
        _volgt_nog(f),
        Finding(
            "volgde de opleiding nog na het begin van de termijn",
            "Bi 4.3:2",
            before(begin.value, f.opleiding_tot),
            (begin,),
        ),
        all_of(
            _stroomde_door(f),
            Finding(
                "volgde entree nog na het begin van de termijn",
                "Bi 4.3:2",
                before(begin.value, f.entree_tot),
                (begin,),
            ),
            text="volgde daarna entree in de termijn",
            basis="Bi 4.3:2",
        ),
        text="volgde de opleiding tijdens de termijn",
        basis="Bi 4.3:2",
    )


def _volgt_nog(f: Facts) -> Finding:
    return Finding("volgt de opleiding nog", "Ri 4.2:4", f.volgt_opleiding_nog)


def _stroomde_door(f: Facts) -> Finding:
    return all_of(
        Finding("volgde eerst vso of praktijkonderwijs", "Ri 4.2:5", one_of(f.opleiding, *LANG)),
        Finding("ging daarna naar de entreeopleiding", "Ri 4.2:5", f.doorgestroomd_naar_entree),
        text="stroomde door naar de entreeopleiding",
        basis="Ri 4.2:5",
    )


def _volgt_entree(f: Facts) -> Finding:
    entree = Finding("entreeopleiding", "Ri 4.2:4", equals(f.opleiding, Opleiding.ENTREE))
    waar = Finding("door te stromen", "Ri 4.2:5", constant(True, Kind.ANSWER))
    return fork(_stroomde_door(f), waar, entree, text="volgt entree", basis="Ri 4.2:4")


def _eerder_niet_verlengd(f: Facts) -> Finding:
    nooit = Finding(
        "niet eerder verlengd",
        "Ri 4.2:3",
        same(f.verlengingen_voor_opleiding, constant(0, Kind.COUNT)),
    )
    open_vraag = Finding(
        "hoe een eerdere verlenging meetelt, zegt de regeling niet",
        "Ri 4.2:3",
        constant(None, Kind.ANSWER),
    )
    return fork(nooit, nooit, open_vraag, text="een eerdere verlenging telt mee", basis="Ri 4.2:3")


def _vaker_niet_dan(f: Facts, keren: Column) -> Finding:
    return Finding(
        "is nog niet te vaak verlengd", "Ri 4.2:4", before(f.verlengingen_voor_opleiding, keren)
    )
