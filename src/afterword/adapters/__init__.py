"""What Afterword reaches the outside with: one module or folder per port, each with its in-memory twin."""
