"""Addresses of the screens of the dossier; mounted under "dossiers/". No personal data in any."""

from django.urls import path

from meedoen.dossier.views import (
    access,
    appointments,
    bezwaar,
    caseload,
    destruction,
    diary,
    documents,
    doubles,
    ending,
    fact,
    family,
    handover,
    inzage,
    letter_new,
    letter_steps,
    letters,
    mailroom,
    merging,
    new,
    notice,
    person,
    promises,
    record,
    restriction,
    sending,
    why,
    withdrawal,
)
from meedoen.dossier.views import list as lists

app_name = "dossier"

_people = [
    path("", lists.overview, name="lijst"),
    path("zoek/", lists.find, name="zoek"),
    path("nieuw/", new.new, name="nieuw"),
    path("overdracht/", caseload.caseload, name="overdracht"),
    path("<int:pk>/", person.show, name="persoon"),
    path("<int:pk>/wijzigen/", person.change, name="persoon_wijzigen"),
    path("<int:pk>/adres/", family.address, name="adres"),
    path("<int:pk>/gezin/", family.family, name="gezin"),
    path("<int:pk>/veilig-contact/", family.safe_contact, name="veilig_contact"),
    path("<int:pk>/vertegenwoordiging/", family.representative, name="vertegenwoordiging"),
    path("<int:pk>/afwezigheid/", family.absence, name="afwezigheid"),
    path("<int:pk>/bewijs/", family.identity, name="bewijs"),
    path("<int:pk>/einde/<slug:wat>/<int:rij>/", ending.end, name="einde"),
    path("<int:pk>/ander-persoon/<int:ander>/", doubles.apart, name="ander_persoon"),
    path("<int:pk>/samenvoegen/<int:ander>/", merging.propose, name="samenvoegen"),
    path("<int:pk>/samenvoeging/<int:samenvoeging>/", merging.decide, name="samenvoeging"),
    path("<int:pk>/overdragen/", handover.give, name="overdragen"),
    path("<int:pk>/nemen/", handover.take, name="nemen"),
]

_diary = [
    path("<int:pk>/tijdlijn/", diary.timeline, name="tijdlijn"),
    path("<int:pk>/tijdlijn/<int:nummer>/herstel/", record.mend, name="herstel"),
    path("<int:pk>/tijdlijn/<int:nummer>/intrekken/", record.withdraw, name="intrekken"),
    path("<int:pk>/vastleggen/", record.choose, name="vastleggen"),
    path("<int:pk>/vastleggen/<slug:soort>/", record.tell, name="vastleggen_soort"),
    path("<int:pk>/contact/", record.contact, name="contact"),
    path("<int:pk>/waarom/<str:regel>/", why.why, name="waarom"),
    path("<int:pk>/feit/<slug:naam>/", fact.fact, name="feit"),
    path("<int:pk>/documenten/", documents.documents, name="documenten"),
    path("<int:pk>/documenten/<int:document>/", documents.document, name="document"),
    path("<int:pk>/afspraken/", appointments.appointments, name="afspraken"),
    path("<int:pk>/afspraken/nieuw/", appointments.make, name="afspraak_nieuw"),
    path("<int:pk>/afspraken/<int:afspraak>/", appointments.one, name="afspraak"),
    path("<int:pk>/toezeggingen/nieuw/", promises.make, name="toezegging_nieuw"),
    path("<int:pk>/toezeggingen/<int:toezegging>/", promises.one, name="toezegging"),
    path("<int:pk>/toegang/", access.open_with_reason, name="toegang"),
    path("<int:pk>/bewaren/", destruction.retention, name="bewaren"),
    path("<int:pk>/bewaren/opleggen/", destruction.keep, name="bewaren_opleggen"),
    path("<int:pk>/bewaren/opheffen/", destruction.let_go, name="bewaren_opheffen"),
    path("<int:pk>/vernietigen/", destruction.propose, name="vernietiging_voorstellen"),
    path("vernietigingen/", destruction.overview, name="vernietigingen"),
    path("vernietigingen/<int:vernietiging>/", destruction.approve, name="vernietiging_goedkeuren"),
    path(
        "vernietigingen/<int:vernietiging>/verklaring/", destruction.declaration, name="verklaring"
    ),
]

_letter = "<int:pk>/brieven/<int:besluit>/"
_letters = [
    path("bericht/", notice.bring_in, name="bericht"),
    path("<int:pk>/brieven/", letters.overview, name="brieven"),
    path("<int:pk>/brieven/nieuw/<slug:kind>/", letter_new.propose, name="brief_nieuw"),
    path("<int:pk>/brieven/nieuw/<slug:kind>/proef/", letter_new.try_out, name="brief_proef"),
    path(_letter, letter_steps.one, name="brief"),
    path(f"{_letter}voorbeeld/", letters.preview, name="brief_voorbeeld"),
    path(f"{_letter}hulpblad/", letters.sheet, name="brief_hulpblad"),
    path(f"{_letter}ondertekenen/", letter_steps.sign, name="brief_ondertekenen"),
    path(f"{_letter}versturen/", sending.send, name="brief_versturen"),
    path(f"{_letter}terughalen/", sending.take_back, name="brief_terughalen"),
    path(f"{_letter}terug/", sending.came_back, name="brief_terug"),
    path(f"{_letter}uitgezocht/", sending.looked_into, name="brief_uitgezocht"),
    path(f"{_letter}intrekken/", letter_steps.withdraw, name="brief_intrekken"),
]

_objections = [
    path("bezwaren/", bezwaar.overview, name="bezwaren"),
    path(f"{_letter}bezwaar/", bezwaar.receive, name="bezwaar_nieuw"),
    path("<int:pk>/bezwaren/<int:bezwaar>/", bezwaar.one, name="bezwaar"),
    path("<int:pk>/bezwaren/<int:bezwaar>/<slug:stap>/", bezwaar.step, name="bezwaar_stap"),
]

_mailroom = [
    path("post/", mailroom.overview, name="post"),
    path("post/maken/", mailroom.make, name="post_maken"),
    path("post/<int:partij>/bestand.zip", mailroom.file, name="post_bestand"),
    path("post/<int:partij>/gepost/", mailroom.posted, name="post_gepost"),
    path("post/<int:partij>/niet-gepost/", mailroom.not_posted, name="post_niet_gepost"),
]

# What a data subject may ask (AVG 15 and 18), and data that was delivered here by mistake.
_rights = [
    path("<int:pk>/beperking/", restriction.restriction, name="beperking"),
    path("<int:pk>/beperking/<slug:stap>/", restriction.step, name="beperking_stap"),
    path("<int:pk>/hoort-hier-niet/", withdrawal.propose, name="hoort_hier_niet"),
    path(
        "<int:pk>/tijdlijn/<int:nummer>/hoort-hier-niet/",
        withdrawal.propose,
        name="regel_hoort_hier_niet",
    ),
    path("<int:pk>/inzage/", inzage.inzage, name="inzage"),
    path("<int:pk>/inzage/kopie/", inzage.copy, name="inzage_kopie"),
    path("<int:pk>/inzage/kopie.json", inzage.copy_file, name="inzage_bestand"),
    path("<int:pk>/inzage/<slug:stap>/", inzage.step, name="inzage_stap"),
    path("intrekkingen/", withdrawal.overview, name="intrekkingen"),
    path("intrekkingen/<int:intrekking>/", withdrawal.declaration, name="intrekking"),
    path(
        "intrekkingen/<int:intrekking>/beslissen/", withdrawal.decide, name="intrekking_beslissen"
    ),
]

# Add your own list here and in the sum below.
urlpatterns = [*_people, *_diary, *_letters, *_objections, *_mailroom, *_rights]
