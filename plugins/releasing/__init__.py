"""What is built is audited, finished for its host, summed up, and put in the place of the last one in one step."""
