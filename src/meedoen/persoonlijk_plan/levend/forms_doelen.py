"""What is filled in about goals: from the list or in own words, and what is done for them."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, FreeLine, FreeText
from meedoen.law.doelen import Thema, doelenlijst
from meedoen.persoonlijk_plan.levend.actions_doelen import DoelNu, NieuwDoel, Onderneming
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit

LINE = 200
EINDDOEL = lazy("Dit is een einddoel van de zelfredzaamheidsroute")
EINDDOEL_HULP = lazy("U kiest het samen. Het zegt wat deze persoon aan het einde zelf kan.")


def _einddoel() -> forms.BooleanField:
    return forms.BooleanField(label=EINDDOEL, help_text=EINDDOEL_HULP, required=False)


class DoelenForm(forms.Form):
    """Goals from the list, by theme, and one in own words."""

    use_required_attribute = False

    def __init__(
        self, data: Any = None, *, themas: list[Thema], z_route: bool, **more: Any
    ) -> None:
        super().__init__(data, **more)
        for thema in themas:
            self.fields[f"thema_{thema.naam}"] = forms.MultipleChoiceField(
                label=DutchText(thema.label),
                choices=[(naam, DutchText(ik)) for naam, ik in thema.doelen.items()],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields["eigen"] = forms.CharField(
            label=_("Of in eigen woorden"),
            help_text=_("Begin met «Ik». Bijvoorbeeld: Ik leer fietsen."),
            max_length=LINE,
            widget=FreeLine(),
            required=False,
        )
        self.fields["van"] = DayField(label=_("Vanaf welke dag?"), what=_("de dag"))
        if z_route:
            self.fields["einddoel"] = _einddoel()

    def clean(self) -> dict[str, Any]:
        """At least one goal."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.doelen:
            self.add_error("eigen", _("Kies een doel, of schrijf er zelf een op."))
        return given

    @property
    def doelen(self) -> list[NieuwDoel]:
        """What was chosen and written."""
        given, ik = self.cleaned_data, doelenlijst().ik
        end = bool(given.get("einddoel"))
        names = [n for field, n in given.items() if field.startswith("thema_")]
        chosen = [NieuwDoel(ik[naam], naam, end) for some in names for naam in some]
        own = given.get("eigen", "")
        return chosen + ([NieuwDoel(own, "", end)] if own else [])

    @property
    def row(self) -> dict[str, Any]:
        """The last of the rows that this makes: is it there, then it was sent before."""
        return {"ik": self.doelen[-1].ik, "van": self.cleaned_data["van"]}


class DoelForm(forms.Form):
    """A goal as it is now, and what became of it."""

    use_required_attribute = False

    ik = forms.CharField(
        label=lazy("Het doel"),
        max_length=LINE,
        widget=FreeLine(),
        error_messages={"required": lazy("Schrijf het doel op. Begin met «Ik».")},
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de dag"))
    einddoel = _einddoel()
    stand = forms.ChoiceField(
        label=lazy("Hoe staat het ermee?"),
        choices=Doel.Stand.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies hoe het ermee staat.")},
    )
    einde_op = DayField(
        label=lazy("Op welke dag is het bereikt of gestopt?"),
        required=False,
    )
    reden = forms.CharField(
        label=lazy("Waarom stopt het, of hoe is het bereikt?"),
        help_text=lazy("Nodig als het stopt. Een ander doel kiezen mag altijd."),
        max_length=1000,
        widget=FreeText(privacy="gewoon", rows=2),
        required=False,
    )

    def __init__(self, data: Any = None, *, z_route: bool, **more: Any) -> None:
        super().__init__(data, **more)
        if not z_route:
            del self.fields["einddoel"]

    def clean(self) -> dict[str, Any]:
        """What ended has a day, and where it stopped a reason."""
        given: dict[str, Any] = super().clean() or {}
        stand = given.get("stand", Doel.Stand.LOOPT)
        if (
            stand != Doel.Stand.LOOPT
            and not given.get("einde_op")
            and "einde_op" not in self.errors
        ):
            self.add_error("einde_op", _("Vul in op welke dag dit was."))
        if stand == Doel.Stand.GESTOPT and not given.get("reden"):
            self.add_error("reden", _("Schrijf op waarom dit doel stopt."))
        return given

    @property
    def nu(self) -> DoelNu:
        """What was filled in, when it is valid."""
        given = dict(self.cleaned_data)
        return DoelNu(stand=Doel.Stand(given.pop("stand")), **given)

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        given = self.cleaned_data
        return {name: given[name] for name in ("ik", "van", "stand")}


class ActiviteitForm(forms.Form):
    """What somebody does for a goal, from when until when, and who arranges it."""

    use_required_attribute = False

    doel = forms.TypedChoiceField(
        label=lazy("Voor welk doel?"), coerce=int, empty_value=None, required=False
    )
    soort = forms.ChoiceField(
        label=lazy("Wat voor activiteit is het?"),
        choices=Planactiviteit.Soort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wat voor activiteit het is.")},
    )
    wat = forms.CharField(
        label=lazy("Wat gaat deze persoon doen?"),
        help_text=lazy("Bijvoorbeeld: helpen in de keuken van het wijkhuis."),
        max_length=LINE,
        widget=FreeLine(),
        error_messages={"required": lazy("Schrijf op wat deze persoon gaat doen.")},
    )
    regelt = forms.ChoiceField(
        label=lazy("Wie regelt het?"),
        choices=Planactiviteit.Regelt.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wie het regelt.")},
    )
    van = DayField(label=lazy("Vanaf welke dag?"), required=False)
    laatste_dag = DayField(
        label=lazy("Wat is de laatste dag?"),
        help_text=lazy("Laat leeg zolang u het niet weet."),
        required=False,
    )

    def __init__(self, data: Any = None, *, doelen: list[Doel], **more: Any) -> None:
        super().__init__(data, **more)
        choices = [("", _("geen doel uit dit plan")), *((each.pk, each.ik) for each in doelen)]
        self.fields["doel"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        given: dict[str, Any] = super().clean() or {}
        first, last = given.get("van"), given.get("laatste_dag")
        if first and last and last < first:
            text = _("De laatste dag ligt voor de eerste dag. Kijk de dagen na.")
            self.add_error("laatste_dag", text)
        return given

    @property
    def onderneming(self) -> Onderneming:
        """What was filled in, when it is valid; the period ends on the day after the last."""
        given = self.cleaned_data
        last = given["laatste_dag"]
        return Onderneming(
            soort=Planactiviteit.Soort(given["soort"]),
            wat=given["wat"],
            regelt=Planactiviteit.Regelt(given["regelt"]),
            doel=given["doel"],
            van=given["van"],
            tot=last + timedelta(1) if last else None,
        )

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        each = self.onderneming
        found = {"soort": each.soort, "wat": each.wat, "regelt": each.regelt}
        return found | {"doel": each.doel, "van": each.van, "tot": each.tot}


def last_day(tot: date | None) -> date | None:
    """The last day of a period that ends before `tot`."""
    return tot - timedelta(1) if tot else None
