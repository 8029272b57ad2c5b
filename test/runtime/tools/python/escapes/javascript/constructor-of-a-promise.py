# The constructor of a promise.
import pyodide_js
attempt(lambda: pyodide_js.loadPackage([]).constructor.constructor("return process.pid")())
