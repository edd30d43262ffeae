"""One small protocol per thing outside Afterword; adapters implement them, services ask for them."""
