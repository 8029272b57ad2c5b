# Servers, pairs of sockets, sockets of Unix.
# seconds: 3
import asyncio, socket
attempt(lambda: asyncio.run(asyncio.start_server(print, "127.0.0.1", 0)).sockets[0].getsockname())
attempt(lambda: socket.socketpair()[0].send(b"x"))
attempt(lambda: socket.socket(socket.AF_UNIX).connect("/run/docker.sock") or 1 / 0)
