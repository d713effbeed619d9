"""Search: what a typed text means, as places, facts and the filters that it asks for."""
