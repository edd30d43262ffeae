"""What one file may cost the process that reads it."""

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 5
WALL_SECONDS = 10.0
ANSWER_BYTES = 5_000_000
