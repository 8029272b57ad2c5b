# Thousands of threads, below and above Python.
import _thread, ctypes, threading
for _ in range(2000): quietly(lambda: _thread.start_new_thread(print, ()))
attempt(lambda: [threading.Timer(0, print).start() for _ in range(100)])
attempt(lambda: ctypes.CDLL(None).pthread_create(0, 0, 0, 0) == 0 or 1 / 0)
