# Paths in disguise.
for path in ("$CANARY\0.txt", b"$CANARY", "file://$CANARY", "//$CANARY", "/proc/../$CANARY", "/dev/../$CANARY", "$CANARY/.", "\N{FULLWIDTH SOLIDUS}$CANARY", "/home/pyodide/%2e%2e/%2e%2e$CANARY"):
    attempt(lambda: open(path, "rb").read()[0])
