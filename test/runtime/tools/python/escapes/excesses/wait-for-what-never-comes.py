# A wait for what never comes.
# seconds: 1
# told: ended before the code did|longer than
from pyodide.ffi import run_sync
import asyncio
run_sync(asyncio.Future())
