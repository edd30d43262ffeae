"""Addresses of letters."""

from django.urls import path

from afterword.web.letters import polish, proof, views

urlpatterns = [
    path("letters/for/", views.letter_for, name="letter-for"),
    path("letters/<str:letter>/", views.letter, name="letter"),
    path("letters/<str:letter>/edit/", views.edit, name="letter-edit"),
    path("letters/<str:letter>/redraft/", views.redraft, name="letter-redraft"),
    path("letters/<str:letter>/proofread/", proof.proofread, name="letter-proofread"),
    path("letters/<str:letter>/proof/", proof.while_typing, name="letter-proof"),
    path("letters/learn/word/", proof.learn, name="learn-word"),
    path("letters/<str:letter>/polish/", polish.polish, name="letter-polish"),
    path("letters/<str:letter>/approve/", views.approve, name="letter-approve"),
    path("letters/<str:letter>/message.eml", views.message, name="letter-eml"),
    path("letters/<str:letter>/sent/", views.sent, name="letter-sent"),
    path("letters/<str:letter>/not-sent/", views.not_sent, name="letter-not-sent"),
]
