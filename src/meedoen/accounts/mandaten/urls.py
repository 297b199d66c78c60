"""Addresses of mandates, beneath the review of rights."""

from django.urls import path

from meedoen.accounts.mandaten import views

app_name = "mandaten"
urlpatterns = [
    path("", views.overview, name="lijst"),
    path("geef/<slug:rol>/", views.give, name="geef"),
    path("<int:mandaat>/stop/", views.stop, name="stop"),
]
