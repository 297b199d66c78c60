"""Addresses of choosing a role and logging out, and of the day of the demo."""

from django.urls import path

from meedoen.accounts import views
from meedoen.accounts.help_views import accessibility, help_page
from meedoen.accounts.huisstijl_views import huisstijl
from meedoen.accounts.login.views import log_in

app_name = "accounts"
urlpatterns = [
    path("inloggen/", log_in, name="login"),
    path("rol/", views.choose_role, name="functie"),
    path("begin/", views.start, name="begin"),
    path("uitloggen/", views.log_out, name="logout"),
    path("hulp/", help_page, name="hulp"),
    path("toegankelijkheid/", accessibility, name="toegankelijkheid"),
    path("huisstijl/", huisstijl, name="huisstijl"),
    path("demodag/", views.move_day, name="demodag"),
]
