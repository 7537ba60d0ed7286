"""The brand of a municipality."""
