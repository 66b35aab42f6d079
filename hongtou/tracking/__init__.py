"""Tracking 督办: what comes back is read into data, and the data says how every task stands."""
