"""Legal time and calculators: pure functions over the model."""
