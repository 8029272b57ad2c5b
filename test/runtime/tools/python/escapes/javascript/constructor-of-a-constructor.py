# The constructor of a constructor.
import pyodide_js
attempt(lambda: pyodide_js.constructor.constructor("return globalThis.process.pid")())
