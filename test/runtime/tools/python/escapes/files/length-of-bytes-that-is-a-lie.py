# A length of bytes that is a lie: what is printed would be what lies behind them in the process.
# told: ended before the code did|interpreter|refused|honest
import pyodide_js
from pyodide.ffi import create_proxy, to_js
Object = pyodide_js.FS.root.__proto__.__proto__.constructor
typed = Object.getPrototypeOf(Object.getPrototypeOf(to_js(b"x")))
plain = Object.fromEntries(to_js([("configurable", True)]))
plain.get = create_proxy(lambda *_: 10_000)
for name in ("byteLength", "length"): quietly(lambda: Object.defineProperty(typed, name, plain))
os.write(1, b"honest")
