// In no folder of the table.
