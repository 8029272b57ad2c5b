# A native addon.
import pyodide_js
from pyodide.ffi import to_js, run_sync
open("/tmp/x.node", "wb").write(b"\x7fELF" + bytes(100))
attempt(lambda: __import__("ctypes").CDLL("/tmp/x.node").f())
attempt(lambda: run_sync(pyodide_js._module.loadDynamicLibrary("/tmp/x.node")).f)
