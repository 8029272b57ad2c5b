# An exception with half a character, control characters and directions in it.
# told: ValueError
raise ValueError("\ud800\udc00 \udfff \x00\x1b[2J\u202e" * 300)
