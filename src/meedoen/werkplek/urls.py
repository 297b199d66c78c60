"""Addresses of the work list and of the first page of a dossier."""

from django.urls import path

from meedoen.werkplek import dossier_view, views

app_name = "werkplek"
urlpatterns = [
    path("", views.werklijst, name="werklijst"),
    path("dossiers/<int:pk>/nu/", dossier_view.dossier, name="dossier"),
]
