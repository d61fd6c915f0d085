"""Which addresses are counted, as which kind, and how often is too often. See wortel.shell.limits."""

LIMITED_READING = {
    "wortel-api": "api",
    "atlas:search": "search",
    "atlas:suggest": "search",
    "actors:directory": "search",
    "actors:map-json": "search",
    "actors:export": "export",
}
"""What is counted when it is read, as which kind; by name, or by group of names. The probes of health are never."""

LIMITED_SENDING = dict.fromkeys(
    (
        "atlas:reply",
        "coverage:reply",
        "actors:reply",
        "organisations:claim",
        "people:invite",
        "people:ask",
        "account_login",
        "account_request_login_code",
        "account_signup",
    ),
    "mail",
)
"""What makes us write a mail to somebody."""

USUAL_RATES = {
    "search": "600/minute",
    "export": "60/minute",
    "api": "1200/minute",
    "form": "120/10 minutes",
    "mail": "60/hour",
}
"""Per visitor: a whole school may share one address on the network."""
