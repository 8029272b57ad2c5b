# Complaints without end, on the way that Pyodide's own have.
# seconds: 2
# told: longer than 2 seconds
import pyodide_js
text = "x" * 1_000_000
while True: quietly(lambda: pyodide_js._module.err(text))
