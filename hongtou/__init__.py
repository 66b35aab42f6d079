"""Policy as data, official paper as output: the engine behind the command ``gen``."""

__version__ = "0.1.0"
