"""Small words for templates: numbers and dates as people in Flanders write them. No decisions here."""

from django import template

register = template.Library()
