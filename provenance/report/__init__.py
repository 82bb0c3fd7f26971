"""An `AuditReport` as JSON and back, its schema, and its summary in words."""
