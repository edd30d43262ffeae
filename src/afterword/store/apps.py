"""The store as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of one workspace."""

    name = "afterword.store"
    label = "store"
