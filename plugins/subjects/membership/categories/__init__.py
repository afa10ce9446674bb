"""The kinds of membership: what each asks of everyone in it, and which of them are within others."""
