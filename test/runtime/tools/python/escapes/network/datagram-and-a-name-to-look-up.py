# A datagram and a name to look up.
import socket
quietly(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", $PORT)))
attempt(lambda: [a for a in socket.getaddrinfo("example.com", 80) if not a[4][0].startswith("172.29.")][0])
