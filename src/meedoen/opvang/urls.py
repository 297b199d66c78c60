"""Addresses of the screens of opvang; mounted under "opvang/". No personal data in any."""

from django.urls import path

from meedoen.opvang.views import dossier

app_name = "opvang"

urlpatterns = [
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
