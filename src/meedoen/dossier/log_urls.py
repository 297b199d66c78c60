"""Addresses of «Wie keek»; mounted under "logboek/". No personal data in any: row numbers."""

from django.urls import path

from meedoen.dossier.views import oversight

app_name = "logboek"

urlpatterns = [
    path("", oversight.overview, name="dag"),
    path("zoek/", oversight.find, name="zoek"),
    path("bestand/", oversight.file, name="bestand"),
    path("persoon/<int:persoon>/", oversight.person, name="persoon"),
    path("medewerkers/", oversight.employees, name="medewerkers"),
    path("medewerkers/<int:medewerker>/", oversight.employee, name="medewerker"),
]
