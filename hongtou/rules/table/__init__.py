"""The body of the notice against its task table 正文与任务分解表."""
