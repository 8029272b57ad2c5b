# Signals to the parent.
import signal
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1): quietly(lambda: os.kill(os.getppid(), number)); quietly(lambda: os.kill($PID, number))
import ctypes
ctypes.CDLL(None).kill($PID, 15)
