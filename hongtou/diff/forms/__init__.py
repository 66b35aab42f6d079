"""A comparison in the forms that people read: text, Markdown, HTML."""
