# GlobalThis as the receiver of a function.
import pyodide_js
from pyodide.ffi import to_js
attempt(lambda: pyodide_js._module.getMemory.call(None).process.pid)
attempt(lambda: to_js([]).valueOf.call(None).process)
attempt(lambda: pyodide_js.runPython.call.call(to_js([]).flat, None).process)
