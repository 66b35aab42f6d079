"""Real notices in: DOCX, saved web page or plain text → policy, with every character accounted for."""
