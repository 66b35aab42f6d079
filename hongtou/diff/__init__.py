"""What changed between two versions of a policy, and whom it concerns."""
