"""Addresses of adding: the drop zone, and what was read in a file."""

from django.urls import path

from afterword.web.add import views

urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/<str:incoming>/", views.incoming, name="incoming"),
    path("add/<str:incoming>/me/", views.me, name="incoming-me"),
    path("add/<str:incoming>/forget/", views.forget, name="incoming-forget"),
    path("add/<str:incoming>/leave/", views.leave_rest, name="incoming-leave-rest"),
    path("add/<str:incoming>/<int:number>/save/", views.save, name="incoming-save"),
    path("add/<str:incoming>/<int:number>/move/", views.move, name="incoming-move"),
    path("add/<str:incoming>/<int:number>/withdraw/", views.withdraw, name="incoming-withdraw"),
    path("add/<str:incoming>/<int:number>/seminar/", views.seminar, name="incoming-seminar"),
    path("add/<str:incoming>/<int:number>/leave/", views.leave, name="incoming-leave"),
]
