"""Addresses of Today."""

from django.urls import path

from afterword.web.today import views

urlpatterns = [
    path("", views.today, name="today"),
    path("today/skip/", views.skip, name="skip-step"),
    path("today/back/", views.back, name="step-back"),
]
