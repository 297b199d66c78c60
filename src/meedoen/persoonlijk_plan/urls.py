"""Addresses of the screens of the plan; mounted under "plan/"."""

from django.urls import path

from meedoen.persoonlijk_plan import gelijk_views, plan_views, views, wijzig_views
from meedoen.persoonlijk_plan.levend import views_afspraken as afspraken
from meedoen.persoonlijk_plan.levend import views_doelen as doelen
from meedoen.persoonlijk_plan.levend import views_samen as samen
from meedoen.persoonlijk_plan.levend import views_week as week

app_name = "plan"
urlpatterns = [
    path("dossier/<int:pk>/", views.leerroute, name="leerroute"),
    path("dossier/<int:pk>/besluit/", plan_views.besluit, name="besluit"),
    path("dossier/<int:pk>/besluit/voorstellen/", plan_views.voorstellen, name="voorstellen"),
    path("dossier/<int:pk>/besluit/proef/", plan_views.proef, name="proef"),
    path("dossier/<int:pk>/wisselen/", wijzig_views.wisselen, name="wisselen"),
    path("dossier/<int:pk>/afschalen/", wijzig_views.afschalen, name="afschalen"),
    path("dossier/<int:pk>/klok/", wijzig_views.klok, name="klok"),
    path("dossier/<int:pk>/versies/", plan_views.versies, name="versies"),
    path("dossier/<int:pk>/doelen/", doelen.show, name="doelen"),
    path("dossier/<int:pk>/doelen/nieuw/", doelen.add, name="doel_nieuw"),
    path("dossier/<int:pk>/doelen/<int:doel>/", doelen.one, name="doel"),
    path("dossier/<int:pk>/doelen/<int:doel>/omhoog/", doelen.up, name="doel_omhoog"),
    path("dossier/<int:pk>/activiteiten/nieuw/", doelen.activity, name="activiteit_nieuw"),
    path(
        "dossier/<int:pk>/activiteiten/<int:activiteit>/",
        doelen.activity_again,
        name="activiteit",
    ),
    path("dossier/<int:pk>/week/", week.show, name="week"),
    path("dossier/<int:pk>/week/nieuw/", week.add, name="bezigheid_nieuw"),
    path("dossier/<int:pk>/week/opvang/", week.care, name="opvang"),
    path("dossier/<int:pk>/week/<int:bezigheid>/", week.one, name="bezigheid"),
    path("dossier/<int:pk>/afspraken/", afspraken.show, name="afspraken"),
    path("dossier/<int:pk>/afspraken/nieuw/", afspraken.add, name="planafspraak_nieuw"),
    path("dossier/<int:pk>/afspraken/tekenen/", afspraken.sign, name="tekenen"),
    path("dossier/<int:pk>/afspraken/<int:planafspraak>/", afspraken.one, name="planafspraak"),
    path("dossier/<int:pk>/samen/", samen.show, name="samen"),
    path("dossier/<int:pk>/samen/plan.pdf", samen.pdf, name="samen_pdf"),
    path("leerroutes/", views.keuzes, name="keuzes"),
    path("gelijk/", gelijk_views.gelijk, name="gelijk"),
]
