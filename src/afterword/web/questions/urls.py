"""Addresses of the questions of an interview."""

from django.urls import path

from afterword.web.questions import views

urlpatterns = [
    path("interviews/<str:interview>/questions/", views.questions, name="questions"),
    path("interviews/<str:interview>/questions/choose/", views.choose, name="questions-choose"),
    path("interviews/<str:interview>/questions/answer/", views.answer, name="questions-answer"),
    path("interviews/<str:interview>/questions/<str:question>/drop/", views.drop, name="question-drop"),
]
