# A lazy file.
import pyodide_js
for url in ["$CANARY", "file://$CANARY"]:
    quietly(lambda: pyodide_js.FS.createLazyFile("/", "lazy", url, True, False))
    attempt(lambda: open("/lazy").read())
