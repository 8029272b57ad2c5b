# Loading a file as a binary.
import pyodide_js
from pyodide.ffi import run_sync
for path in ["$CANARY", "file://$CANARY"]:
    attempt(lambda: run_sync(pyodide_js._api.loadBinaryFile(path)).to_bytes())
    attempt(lambda: run_sync(pyodide_js._module.asyncLoad(path)).to_bytes())
