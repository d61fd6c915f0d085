"""Headers that every answer carries, static files and refusals too."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# We ask a browser for nothing but the page; passkeys are the one thing a page of ours may use.
NOT_USED = ("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
            "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "usb",
            "xr-spatial-tracking")  # fmt: skip
PERMISSIONS = ", ".join(
    [
        *(f"{name}=()" for name in NOT_USED),
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]
)
USUAL = {
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    # Pages have a policy of their own; what has none is a file or a refusal, and loads nothing.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def on_every_answer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds what an answer does not have yet."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in USUAL.items():
            response.headers.setdefault(name, value)
        return response

    return answer
