"""The window as a prompter at the lectern: time left, the rule, three sentences to say."""
