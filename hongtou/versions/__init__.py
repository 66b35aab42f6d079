"""A policy at a version 版本: read from git, never checked out; and what helps git to show policies."""
