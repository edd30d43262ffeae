"""Addresses of the call card."""

from django.urls import path

from afterword.web.calls import views

urlpatterns = [
    path("calls/<str:opportunity>/", views.call, name="call"),
    path("calls/<str:opportunity>/log/", views.log, name="call-log"),
]
