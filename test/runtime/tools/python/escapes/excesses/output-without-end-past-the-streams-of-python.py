# Output without end past the streams of Python.
# told: printed more than 20000 bytes
while True: os.write(1, b"x" * 100_000)
