"""The command line: one file per command, answers as text or JSON, one table of exit codes."""
