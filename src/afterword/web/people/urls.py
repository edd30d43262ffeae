"""Addresses of people."""

from django.urls import path

from afterword.web.people import giving, views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/new/", views.new, name="person-new"),
    path("people/file/", giving.from_file, name="people-file"),
    path("people/<str:person>/erase/", giving.erase, name="person-erase"),
    path("people/<str:person>/", views.person, name="person"),
    path("people/<str:person>/edit/", views.edit, name="person-edit"),
    path("people/<str:person>/touch/", views.touch, name="person-touch"),
    path("people/<str:person>/touch/<str:touch>/back/", views.touch_back, name="touch-back"),
    path("people/<str:person>/connect/", views.connect, name="person-connect"),
    path("people/<str:person>/connect/<str:connection>/drop/", views.disconnect, name="connection-drop"),
]
