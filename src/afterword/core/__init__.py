"""Pure values and functions: no framework, no input or output, no clock, no randomness."""
