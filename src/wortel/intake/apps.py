from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "wortel.intake"
    label = "intake"
