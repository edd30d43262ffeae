"""The proofreader: what an engine flags and what the genre's own rules see, cut down to what is right."""
