# The constructor of a function.
import pyodide_js
attempt(lambda: pyodide_js.runPython.constructor("return process.pid")())
