"""The language server: findings, fixes, pages and an outline while an agenda is being typed."""
