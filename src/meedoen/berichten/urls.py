"""Addresses of the screens of inbox and outbox; mounted under "berichten/"."""

from django.urls import path

from meedoen.berichten import contact_views, gedaan_views, melding_views, views, vraag_views

app_name = "berichten"
urlpatterns = [
    path("", views.overview, name="lijst"),
    path("verbinding/", views.connection, name="verbinding"),
    path("contactpersonen/", contact_views.overview, name="contactpersonen"),
    path("contactpersonen/<int:eigen>/", contact_views.of_official, name="contact_van"),
    path(
        "contactpersonen/<int:eigen>/<slug:stap>/",
        contact_views.step_of_official,
        name="contact_van_stap",
    ),
    path(
        "dossier/<int:pk>/contact/<int:contactmelding>/", contact_views.of_dossier, name="contact"
    ),
    path(
        "dossier/<int:pk>/contact/<int:contactmelding>/<slug:stap>/",
        contact_views.step_of_dossier,
        name="contact_stap",
    ),
    path("geweigerd/", views.refused, name="geweigerd"),
    path("geweigerd/<int:geweigerd>/", views.refused_text, name="geweigerd_tekst"),
    path("onbekend/", vraag_views.unknown, name="onbekend"),
    path("dossier/<int:pk>/", vraag_views.conversation, name="gesprek"),
    path("dossier/<int:pk>/vraag/", vraag_views.ask, name="vraag"),
    path("dossier/<int:pk>/vraag/<int:vraag>/", vraag_views.answer, name="antwoord"),
    path("dossier/<int:pk>/melding/<int:melding>/", melding_views.message, name="melding"),
    path("dossier/<int:pk>/melding/<int:melding>/portal/", melding_views.portal, name="portal"),
    path(
        "dossier/<int:pk>/melding/<int:melding>/<slug:stap>/",
        melding_views.step,
        name="melding_stap",
    ),
    path("<int:bericht>/", views.one, name="bericht"),
    path("<int:bericht>/tekst/", views.text, name="tekst"),
    path("<int:bericht>/koppel/", views.couple, name="koppel"),
    path("<int:bericht>/gedaan/", gedaan_views.mark, name="gedaan"),
    path("<int:bericht>/<slug:stap>/", views.step, name="stap"),
]
