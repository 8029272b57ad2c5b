# LoadPackage and micropip.
import pyodide_js
from pyodide.ffi import run_sync
quietly(lambda: run_sync(pyodide_js.loadPackage("http://127.0.0.1:$PORT/x-1.0-py3-none-any.whl")))
quietly(lambda: run_sync(pyodide_js.loadPackage("micropip")))
attempt(lambda: __import__("micropip").install("http://127.0.0.1:$PORT/x-1.0-py3-none-any.whl"))
