# Writing to descriptors that are Node's own.
import pyodide_js
from pyodide.ffi import to_js
stream, buffer = pyodide_js.FS.streams[1], to_js(b"A" * 16)
for descriptor in range(4, 40):
    stream.nfd = descriptor
    attempt(lambda: pyodide_js._module.NODEFS.stream_ops.write(stream, buffer, 0, 16, None))
