"""What a presenter sets beside the slides, each kind in a tab of its own. The room sees none of it."""
