# Memory of the interpreter written at random.
import ctypes
for at in range(0, 50_000_000, 4096): ctypes.memset(at, 0xff, 4096)
