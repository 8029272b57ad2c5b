# Fork and vfork.
attempt(lambda: os.fork())
attempt(lambda: os.forkpty())
import ctypes
attempt(lambda: ctypes.CDLL(None).fork() >= 0 or 1 / 0)
