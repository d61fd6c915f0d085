from django.apps import AppConfig


class CoverageConfig(AppConfig):
    name = "wortel.coverage"
    label = "coverage"
