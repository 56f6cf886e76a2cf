"""What stands around every page: the bar, the tabs, the way back, the keys."""
