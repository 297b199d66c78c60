"""The roles of officials and partners, and what each may do."""

from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


def say(text: str) -> str:
    """Mark a text for the catalogues; whoever shows it, translates it then."""
    return text


class Rol(TextChoices):
    """What somebody is for a municipality. How it is called on screen, the municipality chooses."""

    KLANTMANAGER = "klantmanager", _("klantmanager")
    TEAMLEIDER = "teamleider", _("teamleider")
    JURIST = "jurist", _("jurist of handhaver")
    KWALITEITSMEDEWERKER = "kwaliteitsmedewerker", _("kwaliteitsmedewerker")
    INKOMENSCONSULENT = "inkomensconsulent", _("inkomensconsulent")
    MAATSCHAPPELIJK_BEGELEIDER = "maatschappelijk_begeleider", _("maatschappelijk begeleider")
    FINANCIEEL = "financieel", _("financieel medewerker")
    INKOPER = "inkoper", _("inkoper")
    BELEID = "beleid", _("beleidsmedewerker")
    BEHEERDER = "beheerder", _("functioneel beheerder")
    FG = "fg", _("functionaris gegevensbescherming")
    DOCENT = "docent", _("docent")


class Recht(Enum):
    """One thing that a role may do."""

    DOSSIERS_ZIEN = say("dossiers zien")
    ALLE_DOSSIERS_ZIEN = say("alle dossiers van de gemeente zien")
    VASTLEGGEN = say("iets vastleggen in een dossier")
    DOSSIER_OPENEN = say("een dossier openen")
    KOMST_ZIEN = say("zien hoeveel mensen er komen, en of er huizen zijn")
    VOORSTELLEN = say("een brief of besluit voorstellen")
    ONDERTEKENEN = say("een brief of besluit ondertekenen")
    BEZWAAR_BEHANDELEN = say("een bezwaar behandelen")
    POST_VERWERKEN = say("brieven printen en op de post doen")
    VERDELEN = say("dossiers verdelen over medewerkers")
    EIGEN_OVERDRAGEN = say("eigen dossiers aan een collega geven")
    VERVANGING_REGELEN = say("regelen wie een collega vervangt")
    WERKLIJST_MEENEMEN = say("de werklijst als bestand meenemen")
    TEAM_ZIEN = say("zien hoe het werk over het team verdeeld is")
    DOORLOOPTIJD_ZIEN = say("zien hoe lang de stappen van een traject duren")
    TEAMBEELD_KIEZEN = say("kiezen of de verdeling van het werk te zien is")
    BIJZONDER = say("bijzondere persoonsgegevens zien en vastleggen")
    INTAKE_VOEREN = say("het gesprek van de brede intake voeren en lezen")
    SPREIDING_ZIEN = say("zien hoe antwoorden van de intake over het team verdeeld zijn")
    VERNIETIGING_VOORSTELLEN = say("vernietiging voorstellen")
    VERNIETIGING_GOEDKEUREN = say("vernietiging goedkeuren")
    SAMENVOEGEN_VOORSTELLEN = say("voorstellen om twee dossiers van één persoon samen te voegen")
    SAMENVOEGEN_BEVESTIGEN = say("bevestigen dat twee dossiers één worden")
    INZAGE_VERANTWOORDEN = say("een dossier van een ander openen, met een reden")
    RECHTEN_BEHEREN = say("rechten van medewerkers beheren")
    HUISSTIJL_KIEZEN = say("kiezen hoe Meedoen er voor de gemeente uitziet")
    TEKSTEN_BEHEREN = say("voorstellen wat in brieven staat")
    TEKSTEN_VASTSTELLEN = say("vaststellen wat in brieven staat")
    TOEGANG_NAZIEN = say("nazien wie welk dossier opende")
    BEPERKEN = say("de verwerking van gegevens beperken (AVG 18)")
    INTREKKING_VOORSTELLEN = say("voorstellen om verkeerd geleverde gegevens in te trekken")
    INTREKKING_GOEDKEUREN = say("een intrekking goedkeuren")
    INZAGE_GEVEN = say("iemand een kopie van zijn gegevens geven (AVG 15)")
    INZAGE_NAKIJKEN = say("nakijken of een kopie veilig gegeven kan worden")
    BERICHTEN_ZIEN = say("berichten van DUO zien en afhandelen")
    BERICHT_LEZEN = say("lezen wat DUO letterlijk schreef")
    VERBINDING_BEHEREN = say("de verbinding met DUO instellen")


_WERK = frozenset({Recht.DOSSIERS_ZIEN, Recht.VASTLEGGEN})
_ZAAK = _WERK | {Recht.DOSSIER_OPENEN, Recht.VOORSTELLEN, Recht.INZAGE_VERANTWOORDEN}
_BERICHTEN = frozenset({Recht.BERICHTEN_ZIEN, Recht.BERICHT_LEZEN})

# Least privilege: what is not named here, a role may not. No role holds both halves of destruction,
# of a withdrawal, of a merge, or of what is written in every letter.
RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.KLANTMANAGER: _ZAAK
    | {Recht.ONDERTEKENEN, Recht.BIJZONDER, Recht.INTREKKING_VOORSTELLEN}
    | {Recht.EIGEN_OVERDRAGEN, Recht.VERVANGING_REGELEN, Recht.WERKLIJST_MEENEMEN}
    | {Recht.BERICHTEN_ZIEN, Recht.KOMST_ZIEN, Recht.INTAKE_VOEREN}
    | {Recht.SAMENVOEGEN_VOORSTELLEN},
    Rol.TEAMLEIDER: _ZAAK
    | _BERICHTEN
    | {Recht.ONDERTEKENEN, Recht.ALLE_DOSSIERS_ZIEN, Recht.VERDELEN, Recht.VERVANGING_REGELEN}
    | {Recht.WERKLIJST_MEENEMEN, Recht.TEAM_ZIEN, Recht.POST_VERWERKEN, Recht.KOMST_ZIEN}
    | {Recht.DOORLOOPTIJD_ZIEN}
    | {Recht.INTREKKING_VOORSTELLEN, Recht.INZAGE_NAKIJKEN, Recht.TEKSTEN_VASTSTELLEN}
    | {Recht.INTAKE_VOEREN, Recht.SPREIDING_ZIEN, Recht.SAMENVOEGEN_BEVESTIGEN},
    Rol.JURIST: _ZAAK
    | {Recht.ONDERTEKENEN, Recht.ALLE_DOSSIERS_ZIEN, Recht.BEZWAAR_BEHANDELEN}
    | {Recht.BEPERKEN, Recht.INTREKKING_VOORSTELLEN, Recht.INZAGE_NAKIJKEN}
    | {Recht.TEKSTEN_VASTSTELLEN, Recht.SAMENVOEGEN_BEVESTIGEN},
    Rol.KWALITEITSMEDEWERKER: _WERK
    | _BERICHTEN
    | {Recht.POST_VERWERKEN}
    | {Recht.ALLE_DOSSIERS_ZIEN, Recht.VERNIETIGING_VOORSTELLEN}
    | {Recht.BEPERKEN, Recht.INTREKKING_VOORSTELLEN}
    | {Recht.INZAGE_GEVEN, Recht.INZAGE_NAKIJKEN, Recht.SPREIDING_ZIEN}
    | {Recht.SAMENVOEGEN_VOORSTELLEN},
    Rol.INKOMENSCONSULENT: _WERK | {Recht.INZAGE_VERANTWOORDEN},
    Rol.MAATSCHAPPELIJK_BEGELEIDER: _WERK | {Recht.KOMST_ZIEN},
    Rol.FINANCIEEL: frozenset(),
    Rol.INKOPER: frozenset(),
    Rol.BELEID: frozenset({Recht.KOMST_ZIEN, Recht.DOORLOOPTIJD_ZIEN}),
    Rol.BEHEERDER: frozenset(
        {Recht.RECHTEN_BEHEREN, Recht.HUISSTIJL_KIEZEN, Recht.TEKSTEN_BEHEREN}
        | {Recht.TEAMBEELD_KIEZEN, Recht.VERBINDING_BEHEREN}
    ),
    Rol.FG: frozenset(
        {Recht.TOEGANG_NAZIEN, Recht.VERNIETIGING_GOEDKEUREN, Recht.INTREKKING_GOEDKEUREN}
    ),
    Rol.DOCENT: frozenset(),
}


def with_right(recht: Recht) -> tuple[Rol, ...]:
    """Every role that has this right."""
    return tuple(rol for rol in Rol if recht in RECHTEN[rol])


# Who may open the tables with cases; the database holds the same list (accounts/policies.py).
ZAAKROLLEN = with_right(Recht.DOSSIERS_ZIEN)

# Rights that weigh: they are reviewed every quarter, others every year (BIO2 8.02.01, 5.18.02).
BEVOORRECHT = frozenset(
    {
        Recht.RECHTEN_BEHEREN,
        Recht.TOEGANG_NAZIEN,
        Recht.ALLE_DOSSIERS_ZIEN,
        Recht.VERNIETIGING_GOEDKEUREN,
        Recht.INTREKKING_GOEDKEUREN,
    }
)


def is_privileged(rol: Rol) -> bool:
    """Whether a role holds a right that weighs."""
    return bool(RECHTEN[rol] & BEVOORRECHT)
