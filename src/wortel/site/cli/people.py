"""`wortel people`: who acts for whom, and the very first invitation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from wortel.people.domain.capacities import CAPACITIES
from wortel.site.cli.output import DAY, django_ready, print_json, refuse

if TYPE_CHECKING:
    from wortel.people.public import Member, Wish

LOCAL = "http://127.0.0.1:8000"


@click.group()
def command() -> None:
    """Mandaten: wie namens wie handelt, iemand uitnodigen, iets beëindigen."""


@command.command()
@click.argument("email")
@click.option("--capacity", type=click.Choice(list(CAPACITIES)), required=True, help="Welke rol.")
@click.option("--organisation", default="", help="Nummer van de actor, zoals in het adres van zijn pagina.")
@click.option("--area", default="", help="Gebied, als referentieregio:REFREG13 of provincie:40000.")
@click.option("--until", type=DAY, default=None, help="Eerste dag waarop het niet meer geldt.")
@click.option("--json", "as_json", is_flag=True)
def invite(email: str, capacity: str, organisation: str, area: str, until: date | None, as_json: bool) -> None:
    """Nodig EMAIL uit. De mail vertrekt met `wortel work`; de link staat ook hier."""
    django_ready()
    from django.conf import settings
    from django.core.exceptions import ValidationError

    from wortel.people.public import NotAllowed, invitation_link, say
    from wortel.people.public import invite as act
    from wortel.shell.clock import now
    from wortel.trail.public import By

    site = settings.PUBLIC_URL or LOCAL
    wish = _wish(email, capacity, organisation, area, until)
    try:
        invitation = act(By.command("wortel people invite"), wish, site=site, at=now())
    except NotAllowed as refused:
        refuse(say(refused.reason))
    except ValidationError:
        refuse(f"'{email}' is geen mailadres. Schrijf het als naam@voorbeeld.be.")
    link = invitation_link(invitation.ref, site)
    if as_json:
        print_json({"ref": invitation.ref, "link": link, "expires_at": invitation.expires_at.isoformat()})
        return
    click.echo(f"Uitgenodigd. De link werkt tot {invitation.expires_at.date()}, één keer, voor {email} alleen:")
    click.echo(link)
    if not settings.PUBLIC_URL:
        click.echo("Zonder WORTEL_URL wijst de link in de mail naar deze machine. Geef zelf de juiste door.", err=True)


def _wish(email: str, capacity: str, organisation: str, area: str, until: date | None) -> Wish:
    from wortel.people.public import Scope, Wish, area_names, organisation_names
    from wortel.shell.clock import today

    scheme, _colon, code = area.partition(":")
    scope = Scope(organisation, scheme, code)
    needs = CAPACITIES[capacity].scope
    if not scope.fits(needs):
        refuse(
            {
                "organisation": f"De rol {capacity} geldt voor één organisatie. Geef --organisation en geen --area.",
                "area": f"De rol {capacity} geldt voor één gebied. Geef --area en geen --organisation.",
                "flanders": f"De rol {capacity} geldt voor heel Vlaanderen. Laat --organisation en --area weg.",
            }[needs]
        )
    name = organisation_names([organisation]).get(organisation, "")
    if organisation and not name:
        refuse(f"Organisatie {organisation} bestaat niet. Zoek ze op in de lijst van actoren.")
    if area and (scheme, code) not in area_names(today()):
        refuse(f"Gebied {area} bestaat niet. `wortel territory areas` toont ze.")
    return Wish(email, capacity, scope, until, organisation_name=name)


@command.command("list")
@click.option("--organisation", default="", help="Alleen van deze organisatie.")
@click.option("--json", "as_json", is_flag=True)
def list_mandates(organisation: str, as_json: bool) -> None:
    """De mandaten van vandaag."""
    django_ready()
    from wortel.shell.clock import today

    _show(today(), organisation, as_json=as_json)


@command.command()
@click.option("--on", type=DAY, required=True, help="Op welke dag.")
@click.option("--organisation", default="", help="Alleen van deze organisatie.")
@click.option("--json", "as_json", is_flag=True)
def who(on: date, organisation: str, as_json: bool) -> None:
    """Wie op een dag namens wie kon handelen, ook als dat nu voorbij is."""
    django_ready()
    _show(on, organisation, as_json=as_json)


@command.command()
@click.argument("ref")
@click.option("--why", required=True, help="Waarom; wie het mandaat had, leest dit.")
def end(ref: str, why: str) -> None:
    """Beëindig het mandaat REF, meteen. Het laatste beheer van een organisatie blijft."""
    django_ready()
    from wortel.people.public import Mandate, NotAllowed, end_mandate, say
    from wortel.shell.clock import now
    from wortel.trail.public import By

    try:
        end_mandate(By.command("wortel people end"), ref, why=why, at=now())
    except Mandate.DoesNotExist:
        refuse(f"Mandaat {ref} bestaat niet. `wortel people list` toont ze.")
    except NotAllowed as refused:
        refuse(say(refused.reason))
    click.echo(f"Mandaat {ref} is beëindigd.")


def _show(on: date, organisation: str, *, as_json: bool) -> None:
    from wortel.people.public import all_mandates_on, mandates_on

    found = mandates_on(organisation, on) if organisation else all_mandates_on(on)
    rows = [_row(member, on) for member in found]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        where = row["organisation"] or row["area"] or "heel Vlaanderen"
        until = f"tot {row['until']}" if row["until"] else "loopt door"
        click.echo(f"{row['ref']}  {row['capacity']:<22} {where:<24} {row['name'] or row['person']}, {until}")
    if not rows:
        click.echo("Niemand.")


def _row(member: Member, on: date) -> dict[str, Any]:
    mandate = member.mandate
    end = mandate.ended_on or mandate.valid.end
    return {
        "ref": mandate.ref,
        "person": mandate.person,
        "name": member.name or member.email,
        "capacity": mandate.capacity,
        "organisation": mandate.scope.organisation,
        "scheme": mandate.scope.scheme,
        "area": mandate.scope.area,
        "since": mandate.valid.start.isoformat(),
        "until": end.isoformat() if end else None,
        "state": mandate.state_on(on),
        "ground": member.ground,
    }
