# The public interface of Pyodide loads a module of Node.
import pyodide_js
from pyodide.ffi import run_sync
attempt(lambda: run_sync(pyodide_js.useNodeSockFS()))
attempt(lambda: run_sync(pyodide_js._api.initializeNodeSockFS()))
