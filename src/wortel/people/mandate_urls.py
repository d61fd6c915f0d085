"""Addresses of mandates and invitations; `urls.py` of this room takes them in."""

from __future__ import annotations

from django.urls import path

from wortel.people.pages.asking import ask
from wortel.people.pages.invitation import answer_invitation
from wortel.people.pages.inviting import invite_member
from wortel.people.pages.mandate import end, prolong
from wortel.people.pages.members import show_members
from wortel.people.pages.programme import give_role, roles
from wortel.people.pages.proposal import show_proposal

MANDATES = [
    path("organisaties/<slug:ref>/mensen/", show_members, name="members"),
    path("organisaties/<slug:ref>/mensen/nodig-uit/", invite_member, name="invite"),
    path("organisaties/<slug:ref>/meewerken/", ask, name="ask"),
    path("uitnodiging/<str:token>/", answer_invitation, name="invitation"),
    path("uitnodigingen/<slug:ref>/", show_proposal, name="proposal"),
    path("mandaten/<slug:ref>/beeindig/", end, name="mandate-end"),
    path("mandaten/<slug:ref>/verleng/", prolong, name="mandate-prolong"),
    path("programma/rollen/", roles, name="roles"),
    path("programma/rollen/geef/", give_role, name="role-give"),
]
