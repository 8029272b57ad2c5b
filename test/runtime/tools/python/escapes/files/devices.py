# Devices.
for path in ["/dev/mem", "/dev/sda", "/dev/fd/4", "/dev/shm/x", "/dev/kmsg"]: attempt(lambda: open(path, "rb").read(10))
