"""Everything that authors wrote as a spreadsheet, and back into the same files."""
