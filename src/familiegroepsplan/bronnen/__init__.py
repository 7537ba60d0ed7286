"""Whether what our texts rest on still stands: links that answer, regulations that are the newest, recent checks."""
