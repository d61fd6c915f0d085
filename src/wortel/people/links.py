"""The signed link of an invitation: proof that it was made here. How long it holds stands with the invitation."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import override

_SIGNER = Signer(salt="wortel.people.invitation")


class LinkRefused(ValueError):
    """Not a link of ours."""


def token_for(ref: str) -> str:
    """The part of the address that stands for an invitation."""
    return _SIGNER.sign(ref)


def ref_in(token: str) -> str:
    """The invitation a token stands for. Raises `LinkRefused`."""
    try:
        return _SIGNER.unsign(token)
    except BadSignature as error:
        raise LinkRefused from error


def link(site: str, name: str, *arguments: str) -> str:
    """The whole Dutch address of a page, for in a mail; `site` is scheme and host, as in https://wortel.example."""
    with override("nl"):
        return f"{site.rstrip('/')}{reverse(name, args=arguments)}"
