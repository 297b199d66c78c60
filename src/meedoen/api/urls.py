"""Addresses for the machines of others; the version in it is the first part of theirs."""

from django.urls import path

from meedoen.api.notificaties import notificaties

app_name = "api"
urlpatterns = [
    path("notificaties", notificaties, name="notificaties"),
]
