"""The reviewers' side of what companies hand in: the queue, each submission, its doors."""
