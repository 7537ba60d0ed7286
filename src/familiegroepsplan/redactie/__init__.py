"""The text editor for those who run the platform: Sveltia CMS, set up from the models."""
