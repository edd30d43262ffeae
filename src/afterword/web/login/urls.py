"""Addresses of the login."""

from django.urls import path

from afterword.web.login import views

urlpatterns = [path("login/", views.login, name="login")]
