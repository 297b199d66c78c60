"""Wet, artikel 14:3; Besluit, artikel 5.2: what the brede intake must hold, and how it is held."""

from meedoen.rules.facts import Facts
from meedoen.rules.leerbaarheidstoets import toets_en_onderzoek_vervallen, toets_nodig
from meedoen.rules.logic import Finding, all_of, any_of, at_most, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def intake_compleet(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14:3; Besluit, artikel 5.2: of alles wat moet, is gedaan (R03.02 t/m R03.05).

    What is missing stands among its parts, as the answers that are no.
    """
    return all_of(
        onderdelen_van_de_wet(f, law),
        onderdelen_van_het_besluit(f, law),
        Finding("wees op het recht op een gesprek alleen", "Bi 5.2:2", f.gewezen_op_gesprek_alleen),
        Finding("de informatie staat op schrift", "Bi 5.2:3", f.intake_op_schrift),
        text="de brede intake is compleet",
        basis="Wi 14:3",
    )


def onderdelen_van_de_wet(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid: de onderdelen a tot en met d (R03.02)."""
    return all_of(
        toets_geregeld(f, law),
        onderzoek_geregeld(f, law),
        Finding(
            "de persoonlijke omstandigheden zijn verkend", "Wi 14:3c", f.omstandigheden_verkend
        ),
        vve_geregeld(f, law),
        text="de onderdelen van de wet zijn gedaan",
        basis="Wi 14:3",
    )


def onderdelen_van_het_besluit(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.2, eerste lid: wat het college verder in kaart brengt (R03.03)."""
    return all_of(
        Finding("het taalniveau is in kaart", "Bi 5.2:1a", f.taalniveau_in_kaart),
        Finding(
            "de mogelijkheden voor werk zijn in kaart", "Bi 5.2:1b", f.arbeidsparticipatie_in_kaart
        ),
        Finding("de zelfredzaamheid is in kaart", "Bi 5.2:1c", f.zelfredzaamheid_in_kaart),
        text="de onderdelen van het besluit zijn gedaan",
        basis="Bi 5.2:1",
    )


@once
def toets_geregeld(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid, onder a: de toets is gedaan of hoeft niet (R03.02, R03.09)."""
    return any_of(
        Finding("deed de leerbaarheidstoets", "Wi 14:3a", f.toets_afgenomen),
        not_so(toets_nodig(f, law), text="de toets hoeft niet", basis="Wi 14:3a"),
        Finding("voltooid in afwezigheid: zonder toets", "Wi 14:2", f.intake_in_afwezigheid),
        text="de leerbaarheidstoets is geregeld",
        basis="Wi 14:3a",
    )


@once
def onderzoek_geregeld(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid, onder b: onderwijs en werk in herkomstland (R03.02, R03.16)."""
    return any_of(
        Finding("onderwijs en werk zijn onderzocht", "Wi 14:3b", f.onderwijs_en_werk_onderzocht),
        toets_en_onderzoek_vervallen(f, law),
        text="het onderzoek naar onderwijs en werk is geregeld",
        basis="Wi 14:3b",
    )


@once
def vve_geregeld(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid, onder d: VVE, alleen met een kind daarvoor (R03.02, R03.16)."""
    return any_of(
        not_so(
            Finding("heeft een kind voor VVE", "Wi 14:3d", f.kind_voor_vve),
            text="heeft geen kind voor VVE",
            basis="Wi 14:3d",
        ),
        Finding("de mogelijkheden van VVE zijn verkend", "Wi 14:3d", f.vve_verkend),
        text="VVE is geregeld",
        basis="Wi 14:3d",
    )


def intake_volgens_brief(f: Facts, law: Law) -> Finding:
    """De elf punten volgens de brief van de minister uit 2018; geen plicht (R03.01).

    What the law asks under another name counts: leerbaarheid is the test, health and the rest of
    the person are the personal circumstances.
    """
    return all_of(
        Finding("of iemand kan lezen en schrijven", "Bi 5.2:1", f.alfabetisering_in_kaart),
        Finding("opleiding en werkervaring", "Wi 14:3b", f.onderwijs_en_werk_onderzocht),
        Finding("praktische vaardigheden", "Bi 5.2:1", f.praktische_vaardigheden_in_kaart),
        Finding("vaardigheden als werknemer", "Bi 5.2:1", f.werknemersvaardigheden_in_kaart),
        Finding("leerbaarheid: de toets", "Wi 14:3a", f.toets_afgenomen),
        Finding("motivatie en interesses", "Bi 5.2:1", f.motivatie_in_kaart),
        Finding("zelfredzaamheid", "Bi 5.2:1c", f.zelfredzaamheid_in_kaart),
        Finding("gezinssituatie", "Wi 14:3c", f.gezinssituatie_in_kaart),
        Finding("sociaal netwerk", "Wi 14:3c", f.netwerk_in_kaart),
        Finding("persoonlijke omstandigheden", "Wi 14:3c", f.omstandigheden_verkend),
        text="alle punten van de brief zijn in kaart",
        basis="Wi 14:3",
    )


def ander_mag_bij_gesprek(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.2, tweede lid: wie alleen wil praten, praat alleen (R03.04)."""
    return any_of(
        Finding("de ander is er voor zijn beroep", "Bi 5.2:2", f.ander_komt_voor_zijn_beroep),
        not_so(
            Finding("wil de gesprekken alleen voeren", "Bi 5.2:2", f.wil_gesprek_alleen),
            text="wil niet alleen praten",
            basis="Bi 5.2:2",
        ),
        text="een ander mag bij het gesprek zijn",
        basis="Bi 5.2:2",
    )


def krijgt_diplomawaardering(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.19: op verzoek, voor een diploma of opleiding van elders (R03.19).

    DUO, not the college, gets the advice on vrijstelling that follows from it.
    """
    return all_of(
        Finding("volgde elders onderwijs", "Bi 3.19", f.diploma_of_opleiding_elders),
        Finding(
            "vroeg er zelf om",
            "Bi 3.19",
            at_most(f.waardering_gevraagd_op, f.today),
        ),
        text="krijgt een waardering van het diploma of onderwijsniveau",
        basis="Bi 3.19",
    )


def kosten_diplomawaardering(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.19: wat de waardering van een diploma kost (R03.19)."""
    return Finding(
        "kosten van de waardering",
        "Bi 3.19",
        law.in_force(f.waardering_gevraagd_op).kosten_diplomawaardering,
        (Finding("gevraagd", "Bi 3.19", f.waardering_gevraagd_op),),
    )
