"""The model of a policy: what a notice, its tasks, its duties and its register are, with no idea of YAML or Word."""
