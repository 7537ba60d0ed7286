"""From a built template to the complete site of a municipality."""
