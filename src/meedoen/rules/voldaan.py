"""Wet, artikel 6 en 8:4: when the duty is met, and with which document. DUO gives the document.

What the college recorded of PVT and MAP counts here; pvt_map.py checks that record.
"""

from meedoen.rules.choices import Leerroute
from meedoen.rules.choices_leerroute import BehaaldNiveau, Einddocument, Taalschakelstand
from meedoen.rules.column import constant
from meedoen.rules.examen import examen_behaald, knm_klaar
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    by_word,
    equals,
    fork,
    not_so,
    same,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.pvt_map import map_hoeft_niet
from meedoen.rules.zelfredzaamheidsroute import zelfredzaamheidsroute_behaald


@once
def voldaan(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, eerste lid: PVT, MAP en leerroute zijn klaar (R05.01, R05.10)."""
    return all_of(
        Finding("rondde het PVT af", "Wi 6:1a", f.pvt_afgerond),
        klaar_met_map(f, law),
        heeft_leerroute_behaald(f, law),
        text="voldeed aan de inburgeringsplicht",
        basis="Wi 6:1",
    )


@once
def klaar_met_map(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6:1b en 8:3: de MAP is afgerond of hoeft niet (R05.10, R06.10)."""
    return any_of(
        Finding("rondde de MAP af", "Wi 6:1b", f.map_afgerond),
        map_hoeft_niet(f, law),
        text="klaar met de MAP",
        basis="Wi 6:1b",
    )


@once
def heeft_leerroute_behaald(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, eerste lid, onder c: per leerroute (R05.01, R05.03, R05.11, R05.20)."""
    onderwijs = any_of(
        onderwijsroute_behaald(f, law),
        terugval_onderwijsroute(f, law),
        text="behaalde de onderwijsroute, of toch het examen",
        basis="Wi 6:1c",
    )
    return by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: examen_behaald(f, law),
            Leerroute.ONDERWIJSROUTE: onderwijs,
            Leerroute.ZELFREDZAAMHEIDSROUTE: zelfredzaamheidsroute_behaald(f, law),
        },
        text="behaalde de leerroute",
        basis="Wi 6:1c",
    )


@once
def onderwijsroute_behaald(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6:1c en 8: het taalschakeltraject behaald, en KNM (R05.01, R05.02).

    The text does not say what achieving this route takes: that KNM is needed is a reading.
    """
    p = law.in_force(f.dagtekening_eerste_pip)
    zonder = not_so(
        Finding("lezing: KNM hoort erbij", "Wi 6:1c", p.knm_nodig_voor_onderwijsroute),
        text="KNM hoort er niet bij",
        basis="Wi 6:1c",
    )
    return all_of(
        Finding(
            "behaalde het taalschakeltraject",
            "Wi 8:1",
            equals(f.taalschakelstand, Taalschakelstand.BEHAALD),
        ),
        any_of(knm_klaar(f, law), zonder, text="KNM is geregeld", basis="Wi 6:1c"),
        text="behaalde de onderwijsroute",
        basis="Wi 6:1c",
    )


@once
def terugval_onderwijsroute(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, vierde lid: toch het examen, met alle taal op B1 en KNM (R05.11).

    Whether that already holds while the traject still goes on is a named reading.
    """
    p = law.in_force(f.dagtekening_eerste_pip)
    return all_of(
        any_of(
            not_so(
                Finding(
                    "volgt het taalschakeltraject nog",
                    "Wi 8:4",
                    equals(f.taalschakelstand, Taalschakelstand.VOLGT),
                ),
                text="volgt het taalschakeltraject niet meer",
                basis="Wi 8:4",
            ),
            Finding(
                "lezing: ook tijdens het traject", "Wi 8:4", p.terugval_tijdens_taalschakeltraject
            ),
            text="het moment laat de terugval toe",
            basis="Wi 8:4",
        ),
        *_taal_op_b1(f),
        knm_klaar(f, law),
        text="haalde de examenonderdelen op ten minste B1, met KNM",
        basis="Wi 8:4",
    )


def plicht_voorbij(f: Facts, law: Law) -> Finding:
    """Wet, artikel 4, 5 en 6: voldaan, of geheel vrijgesteld of ontheven (R05.01, R06.10).

    A whole ontheffing ends everything, PVT and MAP too; a partial one counts part by part.
    """
    return any_of(
        Finding(
            "DUO besliste dat iemand niet meer hoeft in te burgeren", "Wi 5", f.niet_meer_plichtig
        ),
        voldaan(f, law),
        text="hoeft niets meer te doen voor de inburgering",
        basis="Wi 6:1",
    )


def document(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, tweede lid: diploma of certificaat (R05.02).

    Who was exempt met no duty and gets neither.
    """
    diploma = _document(Einddocument.DIPLOMA, "Bi 3.15:1")
    return fork(
        voldaan(f, law),
        by_word(
            Finding("leerroute", "Wi 15:1a", f.leerroute),
            {
                Leerroute.B1_ROUTE: diploma,
                Leerroute.ONDERWIJSROUTE: diploma,
                Leerroute.ZELFREDZAAMHEIDSROUTE: _document(Einddocument.CERTIFICAAT, "Bi 3.16:1"),
            },
            text="naar de leerroute",
            basis="Wi 6:2",
        ),
        _document(Einddocument.GEEN, "Wi 6:2"),
        text="krijgt dit document",
        basis="Wi 6:2",
    )


def certificaat_goed_uitgereikt(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.18, tweede lid: het college overhandigt het persoonlijk (R05.02)."""
    papier = document(f, law)
    return any_of(
        not_so(
            Finding(
                "krijgt een certificaat",
                "Bi 3.16:1",
                equals(papier.value, Einddocument.CERTIFICAAT),
                (papier,),
            ),
            text="krijgt geen certificaat",
            basis="Bi 3.16:1",
        ),
        Finding(
            "het college overhandigde het persoonlijk",
            "Ri 3.18:2",
            f.certificaat_persoonlijk_overhandigd,
        ),
        text="het certificaat is goed uitgereikt",
        basis="Ri 3.18:2",
    )


def duo_ziet_het_ook(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6:1c: wat DUO van de leerroute weet, klopt met het dossier (R05.01)."""
    zelf = heeft_leerroute_behaald(f, law)
    return Finding(
        "DUO en het dossier zeggen hetzelfde over de leerroute",
        "Wi 6:1c",
        same(f.leerroute_behaald, zelf.value),
        (Finding("haalde de leerroute, volgens DUO", "Wi 6:1c", f.leerroute_behaald), zelf),
    )


def _document(word: Einddocument, basis: str) -> Finding:
    return Finding(str(word.value), basis, constant(word, Einddocument))


def _taal_op_b1(f: Facts) -> tuple[Finding, ...]:
    """The four language parts of Wi 8:4a: never at A2, whatever the PIP says."""
    b1 = constant(BehaaldNiveau.B1, BehaaldNiveau)
    parts = (
        ("lezen", f.lezen_behaald, f.lezen_hoeft_niet),
        ("luisteren", f.luisteren_behaald, f.luisteren_hoeft_niet),
        ("schrijven", f.schrijven_behaald, f.schrijven_hoeft_niet),
        ("spreken", f.spreken_behaald, f.spreken_hoeft_niet),
    )
    return tuple(
        any_of(
            Finding(f"haalde {name} op ten minste B1", "Wi 8:4a", at_least(level, b1)),
            Finding(f"hoeft {name} niet te doen", "Wi 7:3", not_needed),
            text=f"klaar met {name} op B1",
            basis="Wi 8:4a",
        )
        for name, level, not_needed in parts
    )
