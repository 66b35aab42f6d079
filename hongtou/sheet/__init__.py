"""The sheet: the standard's numbers, the styles made from them, and the Word templates drawn with both."""
