# The constructor of an async function.
import pyodide_js
attempt(lambda: pyodide_js.runPythonAsync.constructor("return process.pid")())
