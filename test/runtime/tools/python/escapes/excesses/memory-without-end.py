# Memory without end.
# told: MemoryError
hoard = []
while True: hoard.append(bytearray(b"x") * 5_000_000)
