"""Addresses of what a municipality says in its letters; mounted under "brieven/". No cases here."""

from django.urls import path

from meedoen.dossier.views import letter_sender, letter_texts

app_name = "brieven"
_SENDER = "afzender/<int:afzender>/"
urlpatterns = [
    path("teksten/", letter_texts.overview, name="teksten"),
    path("teksten/versie/<int:versie>/", letter_texts.version, name="versie"),
    path("teksten/<slug:brief>/voorbeeld/", letter_texts.sample_letter, name="voorbeeld"),
    path("teksten/<slug:brief>/<slug:blok>/", letter_texts.one, name="tekst"),
    path("afzender/", letter_sender.sender, name="afzender"),
    path("afzender/<int:afzender>/", letter_sender.sender_version, name="afzender_versie"),
    path(
        "afzender/<int:afzender>/voorbeeld/", letter_sender.sender_sample, name="afzender_voorbeeld"
    ),
]
