"""From ideas to a letter: choose, arrange, say."""
