"""What each paper says: the model turned into template context and blocks that name styles."""
