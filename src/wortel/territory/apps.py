from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    name = "wortel.territory"
    label = "territory"
