# A timer and the list it stands in.
import pyodide_js
from pyodide.ffi import create_proxy
timer = pyodide_js._module.safeSetTimeout(create_proxy(lambda *_: None), 60000)
def walk():
    seen, todo = set(), [timer]
    while todo and len(seen) < 300:
        value = todo.pop()
        for name in dir(value):
            if name in ("pid", "mainModule", "getBuiltinModule", "binding"): return name
            try: inner = getattr(value, name)
            except BaseException: continue
            if type(inner).__name__ == "JsProxy" and inner.js_id not in seen:
                seen.add(inner.js_id); todo.append(inner)
    raise PermissionError("nothing of Node in reach of a timer")
attempt(walk)
