# Loading a binary from a server.
import pyodide_js
from pyodide.ffi import run_sync
attempt(lambda: run_sync(pyodide_js._api.loadBinaryFile("http://127.0.0.1:$PORT/x")).to_bytes())
attempt(lambda: run_sync(pyodide_js._module.asyncLoad("http://127.0.0.1:$PORT/x")).to_bytes())
quietly(lambda: pyodide_js.FS.createLazyFile("/", "lazy", "http://127.0.0.1:$PORT/", True, False))
attempt(lambda: open("/lazy").read())
