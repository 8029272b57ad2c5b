# A message that pollutes a prototype.
import pyodide_js
from pyodide.ffi import to_js
stream, said = pyodide_js.FS.streams[1], b'{"kind":"raised","message":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}\n'
stream.nfd = 3
quietly(lambda: pyodide_js._module.NODEFS.stream_ops.write(stream, to_js(said), 0, len(said), None))
