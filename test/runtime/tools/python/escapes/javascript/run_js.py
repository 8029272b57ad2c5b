# Run_js.
from pyodide.code import run_js
attempt(lambda: run_js("process.pid"))
