# The constructor of a converted list.
from pyodide.ffi import to_js
attempt(lambda: to_js([1]).map.constructor("return process.pid")())
