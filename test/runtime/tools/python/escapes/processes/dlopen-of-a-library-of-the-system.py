# Dlopen of a library of the system.
import ctypes
for path in ["libc.so.6", "/lib/x86_64-linux-gnu/libc.so.6", "/usr/lib/libc.so"]: attempt(lambda: ctypes.CDLL(path).getpid())
