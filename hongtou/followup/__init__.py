"""The papers of tracking 督办文书: what units report, the summary over all, and reminders of what is late."""
