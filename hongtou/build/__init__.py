"""What to write and what is there already: file names, plans, whole files or none, workers, the record of the last build."""
