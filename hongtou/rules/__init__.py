"""What a careful secretary would find: one module per rule, by family; their docstrings are their documentation."""
