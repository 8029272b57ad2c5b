# C functions for files.
import ctypes
libc = ctypes.CDLL(None)
buffer = ctypes.create_string_buffer(100)
file = libc.open(b"$CANARY", 0)
libc.read(file, buffer, 100)
print(buffer.value)
libc.open(b"$FOLDER/c", 0o101, 0o666)
