"""The proof of a picture: what stands on it is read back and compared with its scene before anyone is handed it.

It trusts nothing that drew: it reads artists, pixels and bytes. A fault is one sentence that says what to do.
"""
