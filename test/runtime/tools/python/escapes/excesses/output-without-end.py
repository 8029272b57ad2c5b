# Output without end.
# told: printed more than 20000 bytes
while True: print("x" * 100_000)
