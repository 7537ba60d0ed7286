"""Sites, flyers and texts about the familiegroepsplan, in the name of every municipality."""
