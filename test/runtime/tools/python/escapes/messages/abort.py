# An abort.
os.abort()
