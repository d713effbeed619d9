"""The proof of a picture: what stands on it is read back and compared with its scene before anyone is handed it.

It reads artists, pixels and bytes. View, outlines and words that must stand there are reckoned anew, with the functions
that drew them: what these get wrong it cannot see. A fault is one sentence that says what to do.
"""
