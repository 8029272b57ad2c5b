# A package from a file.
import pyodide_js
from pyodide.ffi import run_sync
quietly(lambda: run_sync(pyodide_js.loadPackage("file://$CANARY")))
import glob
for path in glob.glob("/lib/python3*/site-packages/*canary*") + glob.glob("/home/pyodide/*canary*"): attempt(lambda: open(path).read())
