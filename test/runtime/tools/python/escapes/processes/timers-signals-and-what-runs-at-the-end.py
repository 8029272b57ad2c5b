# Timers that signal, handlers for signals, and what runs at the end.
import atexit, signal, time
atexit.register(lambda: escaped("after the end"))
for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM): quietly(lambda: signal.signal(number, lambda *_: print("handled")))
quietly(lambda: signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01))
quietly(lambda: signal.alarm(1))
quietly(lambda: time.sleep(0.1))
quietly(lambda: signal.set_wakeup_fd(3))
print("the end")
