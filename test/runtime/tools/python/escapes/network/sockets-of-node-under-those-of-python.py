# Node's sockets under Python's.
import pyodide_js, socket
from pyodide.ffi import run_sync
quietly(lambda: run_sync(pyodide_js.useNodeSockFS()))
attempt(lambda: socket.create_connection(("127.0.0.1", $PORT), 2).recv(10)[0])
