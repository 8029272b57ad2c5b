# The js module.
import js
for name in ["process", "globalThis", "require", "fetch", "eval", "Function", "document"]: attempt(lambda: getattr(js, name))
