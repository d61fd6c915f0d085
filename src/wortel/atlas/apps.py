from django.apps import AppConfig


class AtlasConfig(AppConfig):
    name = "wortel.atlas"
    label = "atlas"
