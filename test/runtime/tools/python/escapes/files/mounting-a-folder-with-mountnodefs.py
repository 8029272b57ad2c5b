# Mounting a folder with mountNodeFS.
import pyodide_js
os.makedirs("/mnt/x")
quietly(lambda: pyodide_js.mountNodeFS("/mnt/x", "$FOLDER/../home"))
attempt(lambda: open("/mnt/x/canary.txt").read())
