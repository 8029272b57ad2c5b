# Persistent stores of browsers.
import pyodide_js
os.makedirs("/mnt/idb")
attempt(lambda: pyodide_js.FS.mount(pyodide_js.FS.filesystems.IDBFS, {}, "/mnt/idb").mount.opts.x)
attempt(lambda: pyodide_js._module.IDBFS.indexedDB().open("x"))
attempt(lambda: pyodide_js.mountNativeFS("/mnt/n", None).x)
