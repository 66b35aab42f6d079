"""The source: YAML files to the model and back, with every fault at its line."""
