"""The letters beside the thank-you: status check, feedback request, connection note, withdrawal, thanks to a helper."""
