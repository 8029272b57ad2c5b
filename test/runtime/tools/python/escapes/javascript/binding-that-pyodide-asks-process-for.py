# The binding that Pyodide asks process for.
import pyodide_js
attempt(lambda: pyodide_js._module.process and pyodide_js._module.process.binding("spawn_sync"))
