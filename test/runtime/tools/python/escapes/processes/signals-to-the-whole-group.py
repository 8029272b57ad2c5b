# Signals to the whole group.
import signal
for target in (0, -$PID): quietly(lambda: os.kill(target, signal.SIGUSR1))
quietly(lambda: os.killpg(0, signal.SIGUSR1))
