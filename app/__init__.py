"""What a person touches: the dashboard, the downloads and the command line."""
