"""Every variable of the environment that Wortel reads, in one table: what `wortel config` shows and the docs list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortel.site.limited import USUAL_RATES


class Kind(StrEnum):
    """What may be written: decides which reader of `config.py` takes it."""

    TEXT = "text"
    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"
    URL = "url"
    LIST = "list"
    SECRET = "secret"  # noqa: S105
    FOLDER = "folder"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. `default` is written as in the environment; `without` says it where the default is worked out."""

    name: str
    kind: Kind
    meaning: str
    """English, for docs/operations.md."""
    betekenis: str
    """Dutch, for the screen."""
    default: str = ""
    without: str = ""
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


_COUNTED = {
    "search": ("searching", "zoeken"),
    "export": ("exports", "uitvoer"),
    "api": ("the API", "de API"),
    "form": ("forms", "formulieren"),
    "mail": ("forms that write a mail", "formulieren die een mail versturen"),
    "sign_in": ("steps of signing in", "stappen om je aan te melden"),
}
_ALL = (
    Variable("WORTEL_DATA", Kind.FOLDER, "folder for database, static files, mail and secret key",
             "map voor databank, bestanden, mail en geheime sleutel",
             without="`var/` in a checkout, else `~/.local/share/wortel`"),
    Variable("DATABASE_URL", Kind.DATABASE, "`sqlite:////path` or `postgres://user:password@host/name`",
             "de databank: sqlite:////pad of postgres://gebruiker:wachtwoord@machine/naam",
             without="SQLite in `WORTEL_DATA`"),
    Variable("WORTEL_SECRET_KEY", Kind.SECRET, "signs sessions and mail links",
             "ondertekent sessies en links in mails", without="made once, kept in `WORTEL_DATA/secret_key`"),
    Variable("WORTEL_HOSTS", Kind.LIST, "names the site answers to", "namen waaronder bezoekers de website kennen",
             default="127.0.0.1,localhost,[::1]"),
    Variable("WORTEL_URL", Kind.URL, "address of the site, for links in mails",
             "adres van de website, voor links in mails", without="that of `wortel serve`"),
    Variable("WORTEL_ORIGINS", Kind.LIST, "origins forms may come from, with scheme",
             "herkomsten waarvan formulieren mogen komen, met https:// ervoor"),
    Variable("WORTEL_HTTPS", Kind.FLAG, "behind a proxy with TLS: `__Host-` cookies, HSTS, redirect to https",
             "achter een proxy met TLS: veilige cookies, HSTS, doorsturen naar https", default="0"),
    Variable("WORTEL_TRUSTED_PROXY", Kind.TEXT, "address of the proxy whose X-Forwarded and X-Request-ID are believed",
             "adres van de proxy die we geloven over bezoeker en nummer van de vraag"),
    Variable("WORTEL_MAIL", Kind.CHOICE, "where mail goes; `file`: files in `WORTEL_DATA/mail`",
             "waar mail heen gaat; file: bestanden in de map mail", default="file",
             choices=("file", "console", "smtp")),
    Variable("WORTEL_MAIL_FROM", Kind.TEXT, "sender of every mail", "afzender van elke mail",
             default="wortel@localhost"),
    Variable("WORTEL_SMTP_HOST", Kind.TEXT, "mail server", "mailserver", default="localhost"),
    Variable("WORTEL_SMTP_PORT", Kind.NUMBER, "port of the mail server", "poort van de mailserver", default="25",
             low=1, high=65535),
    Variable("WORTEL_SMTP_SECURITY", Kind.CHOICE, "how the line to the mail server is closed",
             "hoe de lijn naar de mailserver gesloten wordt", default="none", choices=("none", "starttls", "tls")),
    Variable("WORTEL_SMTP_USER", Kind.TEXT, "name for the mail server", "naam bij de mailserver"),
    Variable("WORTEL_SMTP_PASSWORD", Kind.SECRET, "password for the mail server", "wachtwoord bij de mailserver"),
    Variable("WORTEL_LOG", Kind.CHOICE, "what is logged; `INFO` adds a line per visit, `DEBUG` tracebacks of commands",
             "wat de server noteert; INFO: elk bezoek, DEBUG: alles", default="WARNING",
             choices=("DEBUG", "INFO", "WARNING", "ERROR")),
    Variable("WORTEL_LOG_FORMAT", Kind.CHOICE, "log lines for people or for programs",
             "die notities voor mensen (text) of programma’s (json)", default="text", choices=("text", "json")),
    Variable("WORTEL_METRICS", Kind.FLAG, "figures for Prometheus at /metrics", "cijfers voor Prometheus op /metrics",
             default="0"),
    Variable("WORTEL_METRICS_TOKEN", Kind.SECRET, "bearer token that /metrics then asks for",
             "sleutel die /metrics dan vraagt"),
    Variable("WORTEL_POOL", Kind.NUMBER, "most connections of one server to PostgreSQL",
             "meeste verbindingen van één server met PostgreSQL", default="8", low=2, high=100),
    Variable("WORTEL_FREE_MB", Kind.NUMBER, "MB of disk below which check and /klaar say no",
             "MB op de schijf waaronder check en /klaar nee zeggen", default="200", low=1, high=1_000_000),
    Variable("WORTEL_PASSWORDS", Kind.FLAG, "people may also choose a password",
             "mensen mogen ook een wachtwoord kiezen", default="0"),
    Variable("WORTEL_SESSION_IDLE_HOURS", Kind.NUMBER, "hours without a visit after which one is signed out",
             "uren zonder bezoek waarna je afgemeld wordt", default="12", low=1, high=336),
    Variable("WORTEL_SESSION_DAYS", Kind.NUMBER, "days after which one is signed out anyway",
             "dagen waarna je hoe dan ook afgemeld wordt", default="14", low=1, high=90),
    Variable("WORTEL_OIDC_ISSUER", Kind.URL, "OpenID provider people may sign in with, such as ACM/IDM",
             "OpenID-dienst waarmee mensen zich aanmelden, zoals ACM/IDM"),
    Variable("WORTEL_OIDC_CLIENT_ID", Kind.TEXT, "our name at that provider", "onze naam bij die dienst"),
    Variable("WORTEL_OIDC_CLIENT_SECRET", Kind.SECRET, "our secret at that provider", "ons geheim bij die dienst"),
    Variable("WORTEL_OIDC_NAME", Kind.TEXT, "how visitors know that provider", "hoe bezoekers die dienst kennen",
             default="ACM/IDM"),
    Variable("WORTEL_OIDC_SCOPES", Kind.LIST, "what we ask of that provider", "wat we aan die dienst vragen",
             default="openid,profile,vo"),
    Variable("WORTEL_OIDC_STRONG_ACR", Kind.LIST, "its means (acr) that count as a second factor",
             "middelen (acr) van die dienst die als tweede stap tellen"),
    Variable("WORTEL_LIMITS", Kind.CHOICE, "how often one visitor may ask, on (`aan`) or off (`uit`)",
             "grenzen aan hoe vaak één bezoeker iets vraagt", default="aan", choices=("aan", "uit")),
    *(Variable(f"WORTEL_LIMIT_{kind.upper()}", Kind.TEXT, f"that limit for {_COUNTED[kind][0]}, or `uit`",
               f"die grens voor {_COUNTED[kind][1]}, of uit", default=rate) for kind, rate in USUAL_RATES.items()),
)  # fmt: skip
VARIABLES = {variable.name: variable for variable in _ALL}
