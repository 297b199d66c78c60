"""Addresses of the screens of opvang; mounted under "opvang/". No personal data in any."""

from django.urls import path

from meedoen.opvang.views import bestand, bord, dossier

app_name = "opvang"

urlpatterns = [
    path("", bord.board, name="bord"),
    path("taakstelling/", bord.target, name="taakstelling"),
    path("bestand/", bestand.choose, name="bestand"),
    path("bestand/nakijken/", bestand.preview, name="voorvertoning"),
    path("bestand/weg/", bestand.cancel, name="bestand_weg"),
    path("bestand/voorbeeld/", bestand.example, name="voorbeeld"),
    path("dossier/<int:pk>/", dossier.show, name="dossier"),
    path("dossier/<int:pk>/klantprofiel/", dossier.profile, name="klantprofiel"),
    path("dossier/<int:pk>/voorbereiding/", dossier.preparation, name="voorbereiding"),
    path("dossier/<int:pk>/driegesprek/", dossier.talk, name="driegesprek"),
    path("dossier/<int:pk>/woning/", dossier.house, name="woning"),
    path("dossier/<int:pk>/woning/<int:woning>/", dossier.offer, name="antwoord"),
    path("dossier/<int:pk>/woning/<int:woning>/sleutel/", dossier.key, name="sleutel"),
    path("dossier/<int:pk>/nareis/", dossier.family, name="nareis"),
    path("dossier/<int:pk>/nareis/<int:nareis>/", dossier.family_again, name="nareis_bij"),
]
