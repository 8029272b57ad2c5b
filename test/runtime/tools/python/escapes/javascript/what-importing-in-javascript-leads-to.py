# What importing in JavaScript leads to.
import pyodide_js
from pyodide.ffi import run_sync, to_js
for url in ["data:text/javascript,export default process.pid", "node:fs"]:
    attempt(lambda: run_sync(pyodide_js.loadPackage(url)) and pyodide_js.loadedPackages.to_py()["x"])
    attempt(lambda: run_sync(pyodide_js._module.loadDynamicLibrary(url, to_js({"loadAsync": True}))))
