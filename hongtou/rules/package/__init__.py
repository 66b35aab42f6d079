"""What was written against what the policy says now 成套材料."""
