"""The addresses of this app."""

from django.urls import path

from meedoen.intake.views import (
    gesprek,
    ladder,
    spreiding,
    spreiding_keuze,
    start,
    steps,
    toets,
    vragen,
)

app_name = "intake"
urlpatterns = [
    path("dossier/<int:pk>/", ladder.ladder, name="ladder"),
    path("dossier/<int:pk>/vraag/<slug:kind>/", steps.plan, name="plan"),
    path("dossier/<int:pk>/uitkomst/", steps.outcome, name="uitkomst"),
    path("dossier/<int:pk>/toets/", toets.toets, name="toets"),
    path("dossier/<int:pk>/toets/plannen/", toets.plan_test, name="toets_plannen"),
    path("dossier/<int:pk>/uren/", toets.lesuren, name="lesuren"),
    path("dossier/<int:pk>/afwezig/", steps.absent, name="afwezig"),
    path("spreiding/", spreiding.spread, name="spreiding"),
    path("spreiding/kiezen/", spreiding_keuze.choose, name="spreiding_keuze"),
    path("vragen/<slug:taal>/vragen.pdf", vragen.questions, name="vragen"),
    path("dossier/<int:pk>/gesprek/", gesprek.overview, name="gesprek"),
    path("dossier/<int:pk>/gesprek/<slug:onderdeel>/", gesprek.section, name="onderdeel"),
    path("dossier/<int:pk>/gesprek/<slug:onderdeel>/wie/", gesprek.here, name="hier"),
    path("dossier/<int:pk>/gesprek/<slug:onderdeel>/eerder/", gesprek.before, name="eerder"),
    path("dossier/<int:pk>/startpositie/", start.position, name="startpositie"),
    path("dossier/<int:pk>/afronden/", start.close, name="afronden"),
]
