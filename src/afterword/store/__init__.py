"""The only code that speaks to the database: models, rows to records, writes, backups."""
