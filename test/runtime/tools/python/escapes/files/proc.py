# /proc.
for path in ["/proc/self/environ", "/proc/1/environ", "/proc/self/cmdline", "/proc/$PID/environ", "/proc/self/fd/4", "/proc/self/root$CANARY", "/proc/self/mem"]: attempt(lambda: open(path, "rb").read(2000))
