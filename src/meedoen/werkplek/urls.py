"""Addresses of the work list and of the first page of a dossier."""

from django.urls import path

from meedoen.werkplek import views

app_name = "werkplek"
urlpatterns = [
    path("", views.werklijst, name="werklijst"),
    path("dossiers/<int:pk>/nu/", views.dossier, name="dossier"),
]
