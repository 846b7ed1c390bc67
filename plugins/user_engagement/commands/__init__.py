"""The commands that write for an author or report to an office. Each asks and tells; packages below do the work."""
