"""Which addresses are counted, as which kind, and how often is too often. See wortel.shell.limits."""

LIMITED_READING = {
    "wortel-api": "api",
    "atlas:search": "search",
    "atlas:suggest": "search",
    "actors:directory": "search",
    "actors:map-json": "search",
    "actors:export": "export",
    "exchange:list": "search",
    "network:network": "search",
    "alliances:proposing": "search",
    "introductions:measures": "search",
    "introductions:measures_flanders": "search",
}
"""What is counted when it is read, as which kind; by name, or by group of names. The probes of health are never."""

_MAILS = ("atlas:reply", "coverage:reply", "actors:reply", "organisations:claim", "people:invite", "people:ask")
_SIGNS_IN = (
    "account_login",
    "account_confirm_login_code",
    "account_password",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "socialaccount_signup",
)
LIMITED_SENDING = {**dict.fromkeys(_MAILS, "mail"), **dict.fromkeys(_SIGNS_IN, "sign_in")}
"""What makes us write a mail to somebody, and each step of signing in."""

USUAL_RATES = {
    "search": "600/minute",
    "export": "60/minute",
    "api": "1200/minute",
    "form": "120/10 minutes",
    "mail": "60/hour",
    "sign_in": "1200/hour",
}
"""Per visitor: a whole school may share one address on the network. Its 400 people sign in on one morning, in two or
three steps each; who tries one mail address over and over is stopped by the tight counts of `ACCOUNT_RATE_LIMITS`.
"""
