# Http.client.
import http.client
connection = http.client.HTTPConnection("127.0.0.1", $PORT)
quietly(lambda: connection.request("GET", "/"))
attempt(lambda: connection.getresponse().read())
