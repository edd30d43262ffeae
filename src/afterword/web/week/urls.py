"""Addresses of the week and its events."""

from django.urls import path

from afterword.web.week import seminars, views

urlpatterns = [
    path("week/", views.week, name="week"),
    path("week/aims/", views.aims, name="week-aims"),
    path("week/applied/", views.applied, name="week-applied"),
    path("week/events/", seminars.seminars, name="seminars"),
    path("week/events/new/", seminars.new, name="seminar-new"),
    path("week/events/file/", seminars.from_file, name="seminar-file"),
    path("week/events/<str:seminar>/", seminars.say, name="seminar-set"),
    path("week/events/<str:seminar>/edit/", seminars.edit, name="seminar-edit"),
]
