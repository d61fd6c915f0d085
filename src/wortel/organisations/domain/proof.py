"""Whether a mail address lies on the web domain of an organisation.

We hold no list of public suffixes and do not guess where a registrable domain begins. An address counts when its domain
is the host of the website (without `www.`) or a name below that host, and when neither is a host where many live
(`shared_hosts`, a list that will never be complete: what is missing there is caught by the mail to sitting
administrators and by the review desk, which may take a mandate back). A name above the host does not count: who reads
mail at a town or a school board does not yet speak for every club that has its pages there; the desk decides then.
"""

from __future__ import annotations

from collections.abc import Iterable

from wortel.kernel.verdict import Verdict
from wortel.organisations.domain.shared_hosts import MAIL_PROVIDERS, SHARED_HOSTS, WEB_LANDLORDS


def is_shared(host: str) -> bool:
    """Whether many live at this host: it is one of the list, or a name below a host that lets pages or mail."""
    if host in SHARED_HOSTS:
        return True
    return any(host.endswith(f".{landlord}") for landlord in MAIL_PROVIDERS | WEB_LANDLORDS)


def provable(hosts: Iterable[str]) -> tuple[str, ...]:
    """The hosts by which an organisation can be known, each once."""
    return tuple(dict.fromkeys(host for host in hosts if host.count(".") >= 1 and not is_shared(host)))


def proves(mail: str, hosts: Iterable[str]) -> Verdict:
    """Whether who reads mail at this address may speak for who has a website on one of these hosts."""
    domain = mail.rpartition("@")[2].rstrip(".").lower()
    known = provable(hosts)
    if domain in MAIL_PROVIDERS:
        return Verdict.no("organisations.mail_of_anyone", domain=domain)
    if not known:
        return Verdict.no("organisations.no_own_domain")
    if is_shared(domain) or "." not in domain or not any(_lies_on(domain, host) for host in known):
        return Verdict.no("organisations.mail_elsewhere", domain=domain, hosts=known)
    return Verdict.yes("organisations.mail_on_domain", domain=domain)


def _lies_on(domain: str, host: str) -> bool:
    return domain == host or domain.endswith(f".{host}")


def is_code_of(code: str, numbers: Iterable[str]) -> bool:
    """Whether the organisation code of a sign-in (KBO, OVO or school number) is one of these numbers.

    Points, spaces and the letters of the country are left out: 0123.456.789 and BE0123456789 are one number.
    """
    wanted = _bare(code)
    return bool(wanted) and wanted in {_bare(number) for number in numbers}


def _bare(code: str) -> str:
    text = "".join(character for character in code.upper() if character.isalnum())
    text = text.removeprefix("BE") if text.startswith("BE") and text[2:].isdigit() else text
    return text.lstrip("0") if text.isdigit() else text
