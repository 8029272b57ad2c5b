# A socket in asyncio.
import asyncio
attempt(lambda: asyncio.run(asyncio.open_connection("127.0.0.1", $PORT))[0].x)
