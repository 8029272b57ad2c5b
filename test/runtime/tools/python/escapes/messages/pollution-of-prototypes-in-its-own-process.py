# Pollution of prototypes in its own process.
import pyodide_js
from pyodide.ffi import to_js
prototype = to_js([]).__proto__.__proto__
for name in ("polluted", "kind", "message", "toJSON"): quietly(lambda: setattr(prototype, name, "returned"))
raise ValueError("mine")
