"""Why an answer of DUO did not come: what the caller may do about it differs per class."""

from __future__ import annotations

from uuid import UUID


class DuoError(Exception):
    """DUO gave no answer that can be used.

    `question` is the address with `{bsn}` in it, never a number; `bericht_id` is what DUO can
    find our request by; `status` is that of HTTP, None when there was none.
    """

    def __init__(self, question: str, bericht_id: UUID, *, status: int | None = None) -> None:
        super().__init__(question, bericht_id, status)
        self.question = question
        self.bericht_id = bericht_id
        self.status = status

    def __str__(self) -> str:
        return f"{self.question}: status {self.status}, bericht {self.bericht_id}"


class NietBekendError(DuoError):
    """DUO knows no such person, or nothing of this kind about the person (404)."""


class GeenToegangError(DuoError):
    """Certificate, OIN, or a person who is not of this municipality (401, 403 without reasons)."""


class FoutVerzoekError(DuoError):
    """DUO finds that our request does not fit the specification (400): ours to mend."""


class AfgewezenError(DuoError):
    """DUO refuses for reasons that a person can read (403 with a list). Never asked again."""

    def __init__(self, question: str, bericht_id: UUID, *, foutteksten: tuple[str, ...]) -> None:
        super().__init__(question, bericht_id, status=403)
        self.foutteksten = foutteksten


class NietBereikbaarError(DuoError):
    """No answer, or a failure at DUO that may pass (network, 429, 5xx, closed for a while).

    `after`: so many seconds DUO asks to be left in peace; 0 where it does not say.
    """

    def __init__(
        self,
        question: str,
        bericht_id: UUID,
        *,
        why: str,
        status: int | None = None,
        after: int = 0,
    ) -> None:
        super().__init__(question, bericht_id, status=status)
        self.why, self.after = why, after

    def __str__(self) -> str:
        return f"{super().__str__()}: {self.why}"


class OnbegrepenError(DuoError):
    """An answer that does not fit what we know; `raw` is all that came, so nothing is lost.

    `why` names the field and what is wrong with it, never its value.
    """

    def __init__(
        self, question: str, bericht_id: UUID, *, status: int, why: str, raw: bytes
    ) -> None:
        super().__init__(question, bericht_id, status=status)
        self.why = why
        self.raw = raw

    def __str__(self) -> str:
        return f"{super().__str__()}: {self.why}"


class OnbekendeUitkomstError(DuoError):
    """A message went out and no answer tells whether DUO took it: ask first, then send again.

    `after`: as of NietBereikbaarError.
    """

    def __init__(
        self,
        question: str,
        bericht_id: UUID,
        *,
        why: str,
        status: int | None = None,
        after: int = 0,
    ) -> None:
        super().__init__(question, bericht_id, status=status)
        self.why, self.after = why, after

    def __str__(self) -> str:
        return f"{super().__str__()}: {self.why}"
