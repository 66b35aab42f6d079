"""Tasks, targets and deadlines 任务、指标、时限."""
