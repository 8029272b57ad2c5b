# A forged message on the messages' own descriptor.
import pyodide_js
from pyodide.ffi import to_js
stream, said = pyodide_js.FS.streams[1], b'{"kind":"returned"}\n'
stream.nfd = 3
attempt(lambda: pyodide_js._module.NODEFS.stream_ops.write(stream, to_js(said), 0, len(said), None))
