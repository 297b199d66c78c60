"""Addresses of the work list and of the first page of a dossier."""

from django.urls import path

from meedoen.werkplek import (
    agenda_views,
    doorlooptijd_views,
    dossier_view,
    kalender_views,
    team_views,
    uitstel_views,
    uitvoer_views,
    views,
)

app_name = "werkplek"
urlpatterns = [
    path("", views.werklijst, name="werklijst"),
    path("dossiers/<int:pk>/nu/", dossier_view.dossier, name="dossier"),
    path("werklijst.csv", uitvoer_views.worklist_csv, name="werklijst_csv"),
    path("werklijst.xlsx", uitvoer_views.worklist_xlsx, name="werklijst_xlsx"),
    path("team/", team_views.team, name="team"),
    path("doorlooptijd/", doorlooptijd_views.doorlooptijd, name="doorlooptijd"),
    path("doorlooptijd.csv", doorlooptijd_views.doorlooptijd_csv, name="doorlooptijd_csv"),
    path("kalender/", kalender_views.kalender, name="kalender"),
    path("agenda/", agenda_views.agenda, name="agenda"),
    path("agenda/<str:sleutel>.ics", agenda_views.calendar_feed, name="agenda_lezen"),
    path("dossiers/<int:pk>/uitstel/<slug:signaal>/", uitstel_views.uitstel, name="uitstel"),
    path(
        "dossiers/<int:pk>/uitstel/<slug:signaal>/<slug:welk>/",
        uitstel_views.uitstel,
        name="uitstel_van",
    ),
]
