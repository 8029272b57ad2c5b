# A socket that listens.
# seconds: 3
import socket
server = socket.socket()
quietly(lambda: server.bind(("127.0.0.1", 0)))
quietly(lambda: server.listen())
attempt(lambda: server.accept())
