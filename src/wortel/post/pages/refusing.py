"""What to say to a link that is not ours."""

from __future__ import annotations

from http import HTTPStatus

from django.utils.translation import gettext as _

from wortel.shell.problems import PageProblem


def unknown_link() -> PageProblem:
    """404: forged, cut off, or of an address that was forgotten; which of them is nobody's business."""
    return PageProblem(
        HTTPStatus.NOT_FOUND,
        _("Deze link kennen we niet"),
        _("Kopieer de hele link uit de laatste mail die je van ons kreeg. Een gewiste mailbox krijgt niets meer."),
    )
