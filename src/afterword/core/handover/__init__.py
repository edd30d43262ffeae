"""Values out to files and links other programs read: .eml, mailto:, .ics, vCard."""
