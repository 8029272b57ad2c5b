# Urllib.
import urllib.request
attempt(lambda: urllib.request.urlopen("http://127.0.0.1:$PORT/").read())
attempt(lambda: urllib.request.urlopen("file://$CANARY").read())
