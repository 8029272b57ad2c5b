# A worker of Emscripten.
import ctypes, pyodide_js
attempt(lambda: pyodide_js._module._emscripten_create_worker("x"))
attempt(lambda: ctypes.CDLL(None).emscripten_create_worker(b"data:text/javascript,1"))
