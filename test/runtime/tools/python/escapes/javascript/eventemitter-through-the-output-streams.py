# EventEmitter through the output streams.
import pyodide_js
def stream():
    for stream in pyodide_js.FS.streams:
        for path in (("tty", "ops"), ("stream_ops",), ("node", "stream_ops")):
            value = stream
            for name in path: value = getattr(value, name, None)
            for name in dir(value) if value is not None else []:
                if name in ("emit", "_events", "pipe", "_handle"): return name
    raise PermissionError("no stream of Node")
attempt(stream)
