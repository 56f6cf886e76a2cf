"""What the reading panes show, as HTML in the words and colours of the moment."""
