"""Django's own set-up: settings built from the options, addresses, WSGI."""
