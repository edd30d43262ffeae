"""Proofreading engines behind the ``ProofEngine`` port: LingoTweaker first, Harper second, and a twin in memory."""
