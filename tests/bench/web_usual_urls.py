"""The one address of the usual way."""

from django.urls import path
from tests.bench.web_usual import dossiers

urlpatterns = [path("dossiers/", dossiers)]
