# Emscripten_run_script.
import ctypes
attempt(lambda: ctypes.CDLL(None).emscripten_run_script_int(b"process.pid"))
