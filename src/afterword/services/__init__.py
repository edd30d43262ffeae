"""One file per act: what a screen or a command calls once. Each loads facts, asks the core, does one thing, records it."""
