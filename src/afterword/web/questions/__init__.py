"""The screen “questions”: what to ask before an interview, and room for the answers."""
