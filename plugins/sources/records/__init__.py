"""Records: what a data file may hold, field by field, and what is wrong with one that holds something else."""
