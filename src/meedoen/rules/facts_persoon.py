"""Facts about the person that every chapter asks for."""

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau, Verblijfsrecht
from meedoen.rules.column import Kind
from meedoen.rules.fact import LONG_AGO, Fact, FactTable, Privacy, Source


class PersoonFacts(FactTable):
    """Who somebody is for this law, which plan holds, and what is done so far."""

    geboren_op = Fact(Kind.DAY, "geboortedatum", Source.BRP, Privacy.GEVOELIG, first=LONG_AGO)
    in_nederland_sinds = Fact(Kind.DAY, "dag van aankomst in Nederland", Source.BRP, first=LONG_AGO)
    verblijfsrecht = Fact(
        Verblijfsrecht, "recht waarop iemand in Nederland verblijft (Vw 8)", Source.IND
    )
    doelgroep = Fact(Doelgroep, "doelgroep zoals DUO die heeft vastgesteld (Bi 1.1)", Source.DUO)
    plicht_begon_op = Fact(Kind.DAY, "begin van de inburgeringsplicht volgens DUO", Source.DUO)
    kennisgeving_op = Fact(
        Kind.DAY, "dag waarop DUO schreef dat iemand moet inburgeren (Bi 5.3:1)", Source.DUO
    )
    ingeschreven_op = Fact(
        Kind.DAY,
        "dag van inschrijving in de BRP (bij een asielvergunning: in de gemeente van huisvesting)",
        Source.BRP,
        first=LONG_AGO,
    )
    dagtekening_eerste_pip = Fact(
        Kind.DAY, "datum op het eerste PIP; de dag erna begint de termijn (Wi 11:2)", Source.COLLEGE
    )
    leerroute = Fact(Leerroute, "leerroute die nu in het PIP staat (Wi 15:1a)", Source.COLLEGE)
    niveau_in_pip = Fact(
        Niveau, "taalniveau van de examens dat nu in het PIP staat", Source.COLLEGE
    )
    pvt_afgerond = Fact(Kind.ANSWER, "heeft het PVT afgerond (Wi 6:1a)", Source.COLLEGE)
    map_afgerond = Fact(Kind.ANSWER, "heeft de MAP afgerond (Wi 6:1b)", Source.COLLEGE)
    taalexamens_behaald = Fact(
        Kind.COUNT,
        "hoeveel van de vier taalonderdelen van het examen zijn behaald (Bi 3.3)",
        Source.DUO,
        most=4,
    )
    knm_behaald = Fact(Kind.ANSWER, "heeft het examenonderdeel KNM behaald (Bi 3.4)", Source.DUO)
    cursusuren = Fact(
        Kind.HOURS,
        "gevolgde cursusuren NT2 en KNM bij een instelling met keurmerk (Wi 32)",
        Source.SCHOOL,
    )
    participatie_uren = Fact(
        Kind.HOURS,
        "uren aan zelfredzaamheid, activering en participatie (Bi 3.14:2b)",
        Source.COLLEGE,
    )
