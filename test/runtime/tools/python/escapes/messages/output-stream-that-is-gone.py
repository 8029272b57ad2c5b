# An output stream that is gone: its end is no end of the interpreter.
# told: ^here\n$
print("here")
sys.stdout = sys.__stdout__ = None
