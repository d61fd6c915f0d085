"""A page writes while the mandates it writes by stand still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest

from wortel.kernel.reason import Reason
from wortel.kernel.verdict import Verdict
from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.models import Mandate
from wortel.people.permit import permit
from wortel.people.queries import held_mandates
from wortel.shell import clock


@contextmanager
def acting_now(
    request: HttpRequest, may: Callable[[Caller], Verdict], say: Callable[[Reason], str]
) -> Iterator[Caller]:
    """One transaction around a write. The caller is read again, and who takes a mandate of theirs back at the same
    moment comes before it, and then the page refuses, or after it. Raises as `permit`. Costs two queries.
    """
    with transaction.atomic():
        caller = caller_of(request)
        if request.user.pk is not None:
            standing = Mandate.objects.filter(person_id=request.user.pk, ended_at=None).order_by("pk")
            list(standing.select_for_update().values_list("pk"))
            caller = replace(caller, mandates=held_mandates(request.user.pk, clock.today()))
            request.wortel_caller = caller  # type: ignore[attr-defined]
        permit(request, may(caller), say)
        yield caller
