"""Rules of an office's own, from ``policy/rules.yaml``: one module per kind, each a ``find`` over records."""
