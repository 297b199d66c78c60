"""Addresses of the review of rights."""

from django.urls import path

from meedoen.accounts.rechten import changes, views

app_name = "rechten"
urlpatterns = [
    path("", views.everybody, name="lijst"),
    path("csv/", views.export, name="csv"),
    path("rollen/", views.matrix, name="rollen"),
    path("<int:medewerker>/", views.one, name="persoon"),
    path("<int:medewerker>/geef/", changes.give_role, name="geef"),
    path("<int:medewerker>/stop/<int:verlening>/", changes.end_role, name="stop"),
    path("<int:medewerker>/nagezien/", changes.reviewed, name="nagezien"),
    path("<int:medewerker>/sluit/", changes.close_account, name="sluit"),
    path("<int:medewerker>/open/", changes.reopen_account, name="open"),
    path("<int:medewerker>/koppel/<int:verzoek>/", changes.couple, name="koppel"),
]
