"""From notes as they were thumbed to ideas: clean, split, repair, judge the risk, find the form."""
