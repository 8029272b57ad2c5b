# Methods of JavaScript that spy on who calls them, and with what: those of promises and lists, and JSON's own hook.
import pyodide_js
from pyodide.ffi import create_proxy, to_js
Object = pyodide_js.FS.root.__proto__.__proto__.constructor
powers = ("getBuiltinModule", "dlopen", "_linkedBinding", "binding", "writeSync", "writeBuffer", "writeString", "emit", "reallyExit")
def spy(this, *given):
    for one in (this, *given):
        for name in powers:
            if hasattr(type(getattr(one, name, None)), "js_id"): escaped(name)
    return this
spying = create_proxy(spy, capture_this=True)
promise = pyodide_js.loadPackage([])
for target, names in (
    (Object.prototype, ("toJSON", "signal", "position", "offset", "encoding")),
    (Object.getPrototypeOf(promise), ("finally", "catch")),
    (Object.getPrototypeOf(to_js([])), ("includes", "join", "shift")),
):
    for name in names: quietly(lambda: setattr(target, name, spying))
print("a line")
raise ValueError("mine")
