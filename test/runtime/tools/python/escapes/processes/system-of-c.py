# System of C.
import ctypes
attempt(lambda: ctypes.CDLL(None).system(b"id; echo x > $FOLDER/d") == 0 or 1 / 0)
