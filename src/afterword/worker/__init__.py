"""Work that is due by the clock, done beside the server."""
