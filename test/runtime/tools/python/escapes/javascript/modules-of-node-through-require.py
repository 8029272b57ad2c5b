# Modules of Node through require: threads, vm, the inspector, sqlite.
import pyodide_js
for name in ["worker_threads", "vm", "inspector", "child_process", "fs", "module", "sqlite", "node:sqlite"]:
    attempt(lambda: pyodide_js._module.require(name))
    attempt(lambda: pyodide_js.runPython.constructor.require(name))
