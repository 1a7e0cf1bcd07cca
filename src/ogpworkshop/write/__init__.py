"""Writers: plans, schemas, files written whole or not at all."""
