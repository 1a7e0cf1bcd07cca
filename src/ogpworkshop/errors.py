"""What goes wrong in a way that the reader of the message can solve."""


class OgpError(Exception):
    """A problem for the user: what is wrong, and what to do about it.

    Caught once, in `cli`, and shown as one line with the remedy below it. A fault *in a file* is
    a finding instead, so that ten of them are reported together.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        """Keep the sentence and its remedy apart, so that they can be laid out."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy
