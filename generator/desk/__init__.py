"""The desk: the page on the clerk's own machine. A shell: it asks `api` and holds no rule."""
