"""Tables for spreadsheet programs: their cells and files, the list of a data file as one, and an edited one."""
