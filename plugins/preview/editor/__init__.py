"""The browser editor for staff: Decap's interface, on loopback only, over files that we check and write ourselves."""
