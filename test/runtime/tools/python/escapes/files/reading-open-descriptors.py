# Reading open descriptors through NODEFS.
import pyodide_js
from pyodide.ffi import to_js
stream, buffer = pyodide_js.FS.streams[1], to_js(bytearray(1000))
for descriptor in range(1, 40):
    stream.nfd = descriptor
    attempt(lambda: pyodide_js._module.NODEFS.stream_ops.read(stream, buffer, 0, 1000, 0))
