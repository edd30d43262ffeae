"""Addresses of the week and its events."""

from django.urls import path

from afterword.web.week import views

urlpatterns = [
    path("week/", views.week, name="week"),
    path("week/aims/", views.aims, name="week-aims"),
    path("week/applied/", views.applied, name="week-applied"),
    path("week/events/", views.seminars, name="seminars"),
    path("week/events/new/", views.seminar_new, name="seminar-new"),
    path("week/events/file/", views.seminar_file, name="seminar-file"),
    path("week/events/<str:seminar>/", views.seminar_set, name="seminar-set"),
]
