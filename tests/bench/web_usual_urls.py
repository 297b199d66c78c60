"""The one address of the usual way, and ours for its menu to lead to."""

from django.urls import path
from tests.bench.web_usual import dossiers

from meedoen.config import urls

urlpatterns = [path("dossiers/", dossiers), *urls.urlpatterns]
