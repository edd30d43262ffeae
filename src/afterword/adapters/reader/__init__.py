"""Reading files under limits: ``child`` in a process of its own, ``memory`` in this one."""
