# Functions and modules of WebAssembly of its own.
import pyodide_js
from pyodide.ffi import to_js
made = pyodide_js._module.convertJsFunctionToWasm(pyodide_js._module.getMemory, "ii")
attempt(lambda: made.constructor("return process.pid")())
attempt(lambda: pyodide_js._module.loadWebAssemblyModule(to_js(b"\x00asm\x01\x00\x00\x00"), to_js({}), "x").exports)
