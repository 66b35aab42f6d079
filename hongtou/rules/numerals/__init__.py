"""Numbers and dates 数字用法, by GB/T 15835-2011."""
