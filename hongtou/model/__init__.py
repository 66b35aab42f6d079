"""The model of a policy: what a notice, its tasks, its duties and its register are, with no idea of YAML or Word."""

import os

# pydantic asks every installed package for plugins when it is imported, which costs a third of that time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
