"""What a tier answers on a criterion: yes or no, a price, a number, words; from how it is typed to what is shown."""
