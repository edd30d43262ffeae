"""The protocol: what a job seeker does after an interview, and when, derived from the facts alone."""

from afterword.core.protocol.plan import Derived, derive, plan
from afterword.core.protocol.playbook import Playbook, default_playbook, read_playbook

__all__ = ["Derived", "Playbook", "default_playbook", "derive", "plan", "read_playbook"]
