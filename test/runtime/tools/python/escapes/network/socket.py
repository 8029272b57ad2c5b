# A socket.
import socket
quietly(lambda: socket.create_connection(("127.0.0.1", $PORT), 2).sendall(b"GET / HTTP/1.0\r\n\r\n"))
attempt(lambda: socket.create_connection(("127.0.0.1", $PORT), 2).recv(100)[0])
