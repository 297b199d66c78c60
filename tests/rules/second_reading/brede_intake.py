"""Second reading of Wi 14, third paragraph, and Bi 3.19 and 5.2: what the intake holds."""

from tests.rules.second_reading.leerbaarheidstoets import toets_en_onderzoek_vervallen, toets_nodig
from tests.rules.second_reading.person import Person


def intake_compleet(p: Person) -> bool:
    """Wet, artikel 14, derde lid, and the three paragraphs of Besluit, artikel 5.2."""
    if not p.gewezen_op_gesprek_alleen or not p.intake_op_schrift:
        return False
    return onderdelen_van_de_wet(p) and onderdelen_van_het_besluit(p)


def onderdelen_van_de_wet(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onderdelen a, b, c en d."""
    a_and_b = toets_geregeld(p) and onderzoek_geregeld(p)
    return a_and_b and p.omstandigheden_verkend and vve_geregeld(p)


def onderdelen_van_het_besluit(p: Person) -> bool:
    """Besluit, artikel 5.2, eerste lid, onderdelen a, b en c."""
    return p.taalniveau_in_kaart and p.arbeidsparticipatie_in_kaart and p.zelfredzaamheid_in_kaart


def toets_geregeld(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onder a: taken, not needed, or nobody there to take it."""
    return p.toets_afgenomen or p.intake_in_afwezigheid or not toets_nodig(p)


def onderzoek_geregeld(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onder b, en 15, vierde lid."""
    return p.onderwijs_en_werk_onderzocht or toets_en_onderzoek_vervallen(p)


def vve_geregeld(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onder d: "voor zover van toepassing"."""
    return p.vve_verkend if p.kind_voor_vve else True


def intake_volgens_brief(p: Person) -> bool:
    """The letter of 2018: eleven points; education and work experience are one research here."""
    person = p.alfabetisering_in_kaart and p.motivatie_in_kaart and p.zelfredzaamheid_in_kaart
    skills = p.praktische_vaardigheden_in_kaart and p.werknemersvaardigheden_in_kaart
    past_and_test = p.onderwijs_en_werk_onderzocht and p.toets_afgenomen
    others = p.gezinssituatie_in_kaart and p.netwerk_in_kaart
    return person and skills and past_and_test and others and p.omstandigheden_verkend


def ander_mag_bij_gesprek(p: Person) -> bool:
    """Besluit, artikel 5.2, tweede lid: a professional may, another only if it is no problem."""
    return p.ander_komt_voor_zijn_beroep or not p.wil_gesprek_alleen


def krijgt_diplomawaardering(p: Person) -> bool:
    """Besluit, artikel 3.19: "op verzoek"; a request of a later day is none yet."""
    return p.diploma_of_opleiding_elders and p.waardering_gevraagd_op <= p.today


def kosten_diplomawaardering(p: Person) -> int:
    """Besluit, artikel 3.19: "kosteloos"."""
    return 0
