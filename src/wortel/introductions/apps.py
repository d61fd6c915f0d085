from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "wortel.introductions"
