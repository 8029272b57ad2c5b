# The constructor of a proxy for Python.
from pyodide.ffi import create_proxy
attempt(lambda: create_proxy(lambda: 1).constructor.constructor("return process.pid")())
