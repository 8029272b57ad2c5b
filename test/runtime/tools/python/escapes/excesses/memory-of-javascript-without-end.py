# Memory of JavaScript without end.
# told: more memory|interpreter|MemoryError|RangeError
import pyodide_js
from pyodide.ffi import to_js
hoard = []
while True: hoard.append(to_js(bytes(b"x") * 20_000_000))
