# Fetch, XMLHttpRequest, WebSocket, EventSource of js.
import js
for name in ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator"]: attempt(lambda: getattr(js, name)("http://127.0.0.1:$PORT/"))
