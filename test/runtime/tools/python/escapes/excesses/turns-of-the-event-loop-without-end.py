# Turns of the event loop without end, one asking for the next.
# seconds: 2
# told: longer than 2 seconds|more memory|interpreter
import asyncio
async def again():
    for _ in range(50): asyncio.ensure_future(again())
    await asyncio.sleep(0)
async def main():
    await again()
    while True: await asyncio.sleep(0)
asyncio.run(main())
