# The folder of Pyodide and its neighbours.
import pyodide_js
from pyodide.ffi import run_sync
for name in ["package.json", "pyodide-lock.json", "../ws/package.json", "../../package.json"]:
    attempt(lambda: run_sync(pyodide_js._api.loadBinaryFile("$PYODIDE" + name)).to_bytes())
