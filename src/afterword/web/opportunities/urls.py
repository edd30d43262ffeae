"""Addresses of opportunities."""

from django.urls import path

from afterword.web.opportunities import erasing, records, views

urlpatterns = [
    path("opportunities/", views.opportunities, name="opportunities"),
    path("opportunities/new/", views.new, name="opportunity-new"),
    path("opportunities/<str:opportunity>/", views.opportunity, name="opportunity"),
    path("opportunities/<str:opportunity>/edit/", views.edit, name="opportunity-edit"),
    path("opportunities/<str:opportunity>/erase/", erasing.erase, name="opportunity-erase"),
    path("opportunities/<str:opportunity>/reply/", records.reply, name="opportunity-reply"),
    path("opportunities/<str:opportunity>/feedback/", records.feedback, name="opportunity-feedback"),
    path("opportunities/<str:opportunity>/outcome/", records.outcome, name="opportunity-outcome"),
    path("opportunities/<str:opportunity>/promise/", records.promise, name="opportunity-promise"),
    path("opportunities/<str:opportunity>/promise/kept/", records.kept, name="opportunity-promise-kept"),
    path("opportunities/<str:opportunity>/take-back/", records.back, name="opportunity-take-back"),
]
