"""What stands on a paper and where 公文要素, by GB/T 9704-2012 and the 条例."""
