# Getters on Object.prototype that Node's own code passes through when it looks up what process has no longer.
import time
import pyodide_js
from pyodide.ffi import create_proxy, to_js

Object = pyodide_js.runPython.__proto__.__proto__.constructor
powers = ("getBuiltinModule", "kill", "_kill", "binding", "_linkedBinding", "dlopen", "execve", "send", "chdir", "abort", "reallyExit")
seen = []

def spy(this, *_):
    seen.append(this)
    # At once: the process may end before the next line of this code.
    for name in powers:
        if getattr(this, name, None) is not None:
            escaped(name)
    if getattr(this, "permission", None) is not None:
        escaped("even the emptied process")

descriptor = Object.fromEntries(to_js([("configurable", True)]))
descriptor.get = create_proxy(spy, capture_this=True)
for name in ("domain", "_events", "_exiting", "emit", "report", "listenerCount", "stdout", "stderr", "argv", "_fatalException", "pid"):
    quietly(lambda: Object.defineProperty(Object.prototype, name, descriptor))

def throw(*_):
    raise ValueError("in a timer")

quietly(lambda: pyodide_js._module.safeSetTimeout(create_proxy(throw), 0))
quietly(lambda: time.sleep(0.05))
