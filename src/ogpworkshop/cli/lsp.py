"""`ogp lsp`: the language server."""


def lsp() -> None:
    """Serve an editor over standard input and output: findings, fixes, pages, an outline."""
    from ogpworkshop.lsp.server import serve

    serve()
