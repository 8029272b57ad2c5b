# Pyfetch and open_url.
from pyodide.ffi import run_sync
from pyodide import http
attempt(lambda: run_sync(http.pyfetch("http://127.0.0.1:$PORT/")))
attempt(lambda: http.open_url("http://127.0.0.1:$PORT/").read())
