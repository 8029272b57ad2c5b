# Everything in reach of a reference: properties with names and symbols, getters, prototypes, of each object, to the last.
# told: came to \d{4,} objects, left 0
import pyodide_js
Object = pyodide_js.FS.root.__proto__.__proto__.constructor
todo = [pyodide_js, pyodide_js._module, pyodide_js._api, Object, pyodide_js.loadPackage([])]
try: pyodide_js.FS.open("/none")
except Exception as error: todo.append(error.js_error)
seen = {}
powers = {"getBuiltinModule", "mainModule", "dlopen", "reallyExit", "_linkedBinding", "internalBinding", "spawnSync", "readFileSync",
    "writeSync", "readSync", "openSync", "_events", "_handle", "createRequire", "runInThisContext", "permission", "fetch"}
kinds = {"EventEmitter", "EventTarget", "Socket", "Pipe", "Process", "ChildProcess", "Worker", "MessagePort", "FSReqCallback", "Session",
    "WebSocket", "Module", "Script", "Performance", "AsyncResource", "Timeout", "Immediate"}
while todo and len(seen) < 20_000:
    one = todo.pop()
    if not hasattr(type(one), "js_id") or one.js_id in seen: continue
    seen[one.js_id] = one
    try:
        prototype = Object.getPrototypeOf(one)
        # The memory of the interpreter has as many names as bytes.
        if hasattr(prototype, "BYTES_PER_ELEMENT"): continue
        names = list(Object.getOwnPropertyNames(one))[:3000]
        kind = Object.getOwnPropertyDescriptor(one, "constructor").value.name if "constructor" in names else ""
    except BaseException: continue
    for name in powers.intersection(names):
        # A table of Emscripten has numbers under the names of the functions of C.
        found = quietly(lambda: Object.getOwnPropertyDescriptor(one, name).value)
        if found is not None and Object.prototype.toString.call(found) != "[object WebAssembly.Global]": escaped(name)
    if kind in kinds: print("a prototype of", kind)
    todo.append(prototype)
    for key in names + list(quietly(lambda: list(Object.getOwnPropertySymbols(one))) or []):
        descriptor = quietly(lambda: Object.getOwnPropertyDescriptor(one, key))
        for part in ("value", "get", "set"): todo.append(quietly(lambda: getattr(descriptor, part)))
print("came to", len(seen), "objects, left", len(todo))
