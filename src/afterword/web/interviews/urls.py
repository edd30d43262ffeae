"""Addresses of interviews and their debriefs."""

from django.urls import path

from afterword.web.interviews import capture, views

urlpatterns = [
    path("interviews/new/", views.new, name="interview-new"),
    path("interviews/<str:interview>/", views.interview, name="interview"),
    path("interviews/<str:interview>/edit/", views.edit, name="interview-edit"),
    path("interviews/<str:interview>/status/", views.status, name="interview-status"),
    path("interviews/<str:interview>/people/", views.add_person, name="interview-person"),
    path("interviews/<str:interview>/people/remove/", views.remove_person, name="interview-person-remove"),
    path("interviews/<str:interview>/promise/", capture.promise, name="interview-promise"),
    path("interviews/<str:interview>/debrief/", capture.debrief, name="debrief"),
    path("interviews/<str:interview>/debrief/<str:person>/free/", capture.free, name="debrief-free"),
    path(
        "interviews/<str:interview>/debrief/<str:person>/promise/",
        capture.own_promise,
        name="debrief-promise",
    ),
    path("interviews/<str:interview>/debrief/<str:person>/<str:point>/", capture.point, name="debrief-point"),
    path(
        "interviews/<str:interview>/debrief/<str:person>/<str:point>/remove/",
        capture.remove,
        name="debrief-point-remove",
    ),
]
