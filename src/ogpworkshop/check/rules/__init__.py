"""One module for each rule: `<family>/<fault>.py`. Its docstring is its manual page."""
