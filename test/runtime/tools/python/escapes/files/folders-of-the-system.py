# The folders of the system.
for path in ["/etc", "/root", "/usr", "$FOLDER/..", "/proc/1", "/home/pyodide/../../etc"]: attempt(lambda: os.listdir(path))
