"""User engagement statements and feedback outcomes, from YAML to a public website."""
