"""Every address of the web app: one line a screen."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("afterword.web.login.urls")),
    path("", include("afterword.web.today.urls")),
    path("", include("afterword.web.add.urls")),
    path("", include("afterword.web.opportunities.urls")),
    path("", include("afterword.web.interviews.urls")),
    path("", include("afterword.web.letters.urls")),
    path("", include("afterword.web.calls.urls")),
    path("", include("afterword.web.questions.urls")),
    path("", include("afterword.web.people.urls")),
    path("", include("afterword.web.week.urls")),
    path("", include("afterword.web.profile.urls")),
    path("", include("afterword.web.settings.urls")),
]

handler404 = "afterword.web.errors.page_not_found"
handler500 = "afterword.web.errors.server_error"
