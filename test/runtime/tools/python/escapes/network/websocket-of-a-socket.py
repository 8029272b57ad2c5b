# A socket with a wish of its own for a WebSocket.
import pyodide_js, socket
from pyodide.ffi import create_proxy
Module = pyodide_js._module
quietly(lambda: setattr(Module.SOCKFS, "websocketArgs", Module.SOCKFS))
one = socket.socket()
one.setblocking(False)
quietly(lambda: one.connect(("127.0.0.1", $PORT)))
attempt(lambda: one.recv(10)[0])
