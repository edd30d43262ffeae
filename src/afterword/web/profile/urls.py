"""Addresses of the profile and the business card."""

from django.urls import path

from afterword.web.profile import views

urlpatterns = [
    path("profile/", views.profile, name="profile"),
    path("profile/resume/", views.resume, name="profile-resume"),
    path("profile/card/", views.card, name="card"),
    path("profile/card/sheet/", views.card_sheet, name="card-sheet"),
    path("profile/card.vcf", views.card_file, name="card-file"),
    path("profile/card.svg", views.card_code, name="card-code"),
]
