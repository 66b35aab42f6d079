"""Units and lists of units 责任单位."""
