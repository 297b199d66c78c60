"""What a password must be, in the words of the house."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class LongEnough(django.MinimumLengthValidator):
    """At least so many characters; nothing else is asked, so that a sentence is fine."""

    def get_error_message(self) -> str:
        """What is wrong, and how to mend it."""
        words = _("Dit wachtwoord is te kort. Kies ten minste %(number)s tekens. Een zin mag ook.")
        return words % {"number": self.min_length}


class NotKnown(django.CommonPasswordValidator):
    """Not among the 20,000 passwords that everybody tries first."""

    def get_error_message(self) -> str:
        """What is wrong, and how to mend it."""
        return _(
            "Dit wachtwoord staat op een lijst van veel gebruikte wachtwoorden. Kies een ander."
        )


class NotYourName(django.UserAttributeSimilarityValidator):
    """Not the name or the address of whoever logs in with it."""

    def get_error_message(self) -> str:
        """What is wrong, and how to mend it."""
        return _("Dit wachtwoord lijkt op uw naam of uw e-mailadres. Kies een ander.")
