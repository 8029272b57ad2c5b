# WebSocket of Emscripten.
import pyodide_js, ctypes
attempt(lambda: pyodide_js._module.WS.getSocket(1).url)
attempt(lambda: pyodide_js._module.SOCKFS.websocketArgs.connect)
print(quietly(lambda: ctypes.CDLL(None).emscripten_websocket_is_supported()))
