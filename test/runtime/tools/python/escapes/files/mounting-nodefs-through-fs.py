# Mounting NODEFS through FS.
import pyodide_js
from pyodide.ffi import to_js
os.makedirs("/mnt/x")
Object = pyodide_js.FS.root.__proto__.__proto__.constructor
def plain(**fields): return Object.fromEntries(to_js(list(fields.items())))
quietly(lambda: pyodide_js.FS.mount(pyodide_js.FS.filesystems.NODEFS, plain(root="$FOLDER/../home"), "/mnt/x"))
attempt(lambda: open("/mnt/x/canary.txt").read())
quietly(lambda: open("/mnt/x/../writable/b", "w").write("x"))
