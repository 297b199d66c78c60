"""Addresses of logging in and out, and of the day of the demo."""

from django.urls import path

from meedoen.accounts import views
from meedoen.accounts.help_views import accessibility, help_page
from meedoen.accounts.huisstijl_views import huisstijl

app_name = "accounts"
urlpatterns = [
    path("inloggen/", views.log_in, name="login"),
    path("rol/", views.choose_role, name="functie"),
    path("begin/", views.start, name="begin"),
    path("uitloggen/", views.log_out, name="logout"),
    path("hulp/", help_page, name="hulp"),
    path("toegankelijkheid/", accessibility, name="toegankelijkheid"),
    path("huisstijl/", huisstijl, name="huisstijl"),
    path("demodag/", views.move_day, name="demodag"),
]
