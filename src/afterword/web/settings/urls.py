"""Addresses of the settings."""

from django.urls import path

from afterword.web.settings import views

urlpatterns = [
    path("settings/", views.settings_page, name="settings"),
    path("settings/voice/", views.voice, name="settings-voice"),
    path("settings/habit/", views.habit, name="settings-habit"),
    path("settings/words/forget/", views.forget_word, name="settings-forget-word"),
    path("settings/backup/", views.backup, name="settings-backup"),
    path("settings/backups/delete/", views.delete_backups, name="settings-delete-backups"),
    path("settings/erase/", views.erase_all, name="settings-erase"),
    path("settings/sign-out/", views.sign_out, name="sign-out"),
]
