"""The protocol: what a job seeker does after an interview, and when, derived from the facts alone."""

from afterword.core.protocol.plan import plan
from afterword.core.protocol.playbook import Playbook, default_playbook, read_playbook

__all__ = ["Playbook", "default_playbook", "plan", "read_playbook"]
