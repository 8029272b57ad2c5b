# Memory without end, caught.
# seconds: 2
# told: longer than 2 seconds
hoard = []
while True:
    try: hoard.append(bytearray(b"x") * 5_000_000)
    except MemoryError: pass
