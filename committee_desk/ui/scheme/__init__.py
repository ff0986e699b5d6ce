"""方案: the tree of a scheme, its drafts and versions, what a draft does, and its adoption."""
