# Asking about descriptors that are Node's own.
import pyodide_js
stream = pyodide_js.FS.streams[1]
for descriptor in range(0, 40):
    stream.nfd = descriptor
    attempt(lambda: pyodide_js._module.NODEFS.stream_ops.getattr(stream).size)
