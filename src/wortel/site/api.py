"""The API under /api/v1/: the rooms' questions put together."""

import wortel
from wortel.actors.api import questions as actors
from wortel.alliances.api import questions as alliances
from wortel.atlas.api import questions as sources
from wortel.coverage.api import questions as coverage
from wortel.exchange.api import questions as exchange
from wortel.intake.api import questions as imports
from wortel.network.api import questions as network
from wortel.shell.api.assembly import ReadingApi
from wortel.terms.api import questions as terms
from wortel.territory.api import questions as territory

ABOUT = """Everything the pages of Wortel show about STEM in the municipalities of Flanders, for programs.

Only GET, no key, no cookies. Facts keep their own date and code; the map to show them on is a parameter. Unknown is an
answer of its own and never means no. Fictional records (the demo world) carry `is_fictional` and the header
`X-Wortel-Fictional`."""

api = ReadingApi(
    title="Wortel API",
    version=wortel.__version__,
    description=ABOUT,
    urls_namespace="wortel-api",
    openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
)
for room in (territory, actors, coverage, sources, imports, terms, network, exchange, alliances):
    api.add_router("", room.router)
