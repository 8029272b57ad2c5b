# The constructor of an error.
import pyodide_js
try: pyodide_js.FS.open("/none")
except Exception as error: attempt(lambda: error.js_error.constructor.constructor("return process.pid")())
