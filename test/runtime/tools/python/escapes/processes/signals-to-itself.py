# Signals to itself.
import signal
for number in (signal.SIGUSR1, signal.SIGTERM, signal.SIGKILL): quietly(lambda: signal.raise_signal(number))
print("alive")
