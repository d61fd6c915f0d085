"""Web and mail hosts where many live: an address there proves nothing about one organisation. Data, no rules."""

from __future__ import annotations

MAIL_PROVIDERS = frozenset(
    {
        "aol.com", "belgacom.net", "edpnet.be", "fastmail.com", "gmail.com", "gmx.com", "gmx.de", "gmx.net",
        "googlemail.com", "hotmail.be", "hotmail.com", "hotmail.fr", "hotmail.nl", "icloud.com", "live.be", "live.com",
        "live.nl", "mac.com", "mail.com", "mailbox.org", "me.com", "mobistar.be", "msn.com", "orange.be",
        "orange.fr", "outlook.be", "outlook.com", "outlook.fr", "pandora.be", "posteo.de", "proton.me",
        "protonmail.com", "protonmail.ch", "pm.me", "proximus.be", "scarlet.be", "skynet.be", "telenet.be",
        "tutanota.com", "tuta.io", "vodafone.nl", "voo.be", "yahoo.be", "yahoo.com", "yahoo.fr", "yahoo.nl",
        "ymail.com", "zoho.com",
    }
)  # fmt: skip
"""Anyone gets a mail address here."""

WEB_LANDLORDS = frozenset(
    {
        "be.eu.org", "bandcamp.com", "blogger.com", "blogspot.be", "blogspot.com", "business.site", "canva.site",
        "carrd.co", "cloudfront.net", "eventbrite.be", "facebook.com", "fb.com", "github.com", "github.io", "gitlab.io",
        "godaddysites.com", "google.be", "google.com", "herokuapp.com", "instagram.com", "jimdo.com", "jimdofree.com",
        "jimdosite.com", "linkedin.com", "linktr.ee", "medium.com", "meetup.com", "my.canva.site", "mystrikingly.com",
        "netlify.app", "notion.site", "onmicrosoft.com", "pages.dev", "sharepoint.com", "squarespace.com",
        "strikingly.com", "substack.com", "tiktok.com", "twitter.com", "tumblr.com", "vercel.app", "webflow.io",
        "webnode.be", "webnode.com", "webnode.nl", "webs.com", "website.be", "weebly.com", "wix.com", "wixsite.com",
        "wordpress.be", "wordpress.com", "x.com", "yolasite.com", "youtube.com",
    }
)  # fmt: skip
"""Anyone puts a page here, under a path or under a name of their own."""

SHARED_BODIES = frozenset(
    {
        "ac.be", "co.uk", "com.be", "edu.be", "europa.eu", "fgov.be", "gov.be", "belgium.be", "irisnet.be",
        "org.be", "school.be", "schoolware.be", "smartschool.be", "vlaanderen.be", "vlaanderen", "overheid.vlaanderen",
    }
)  # fmt: skip
"""Under these many bodies have a name of their own: the name above theirs proves nothing."""

SHARED_HOSTS = MAIL_PROVIDERS | WEB_LANDLORDS | SHARED_BODIES
