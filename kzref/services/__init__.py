"""Use cases, one class per screen of work: fetch from the store, ask the engine, say it in a language."""
