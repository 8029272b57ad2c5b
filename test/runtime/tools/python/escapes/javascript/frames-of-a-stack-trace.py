# Frames of a stack trace.
import pyodide_js
from pyodide.ffi import create_proxy
found = []
def prepare(error, frames):
    for frame in frames:
        for ask in ("getThis", "getFunction"):
            value = getattr(frame, ask)()
            if value is not None and str(value) not in ("undefined", "null"): found.append((ask, str(value)[:100]))
    return ""
try: pyodide_js.runPython.constructor("1")
except Exception as error: Error = error.js_error.constructor
Base = Error
while Base.__proto__.name: Base = Base.__proto__
Base.prepareStackTrace = create_proxy(prepare)
quietly(lambda: str(Base.new("x").stack))
for ask, text in found:
    # Functions of WebAssembly have a number for a name.
    if text != "[object WebAssembly.Instance]" and not text.isdigit() and "[native code]" not in text: escaped((ask, text))
