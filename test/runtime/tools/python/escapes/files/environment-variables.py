# Environment variables.
import subprocess
for name, value in os.environ.items():
    print(name, value)
attempt(lambda: os.environ["MAS_ESCAPE_TEST_SECRET"])
import pyodide_js
attempt(lambda: pyodide_js._module.ENV.MAS_ESCAPE_TEST_SECRET)
