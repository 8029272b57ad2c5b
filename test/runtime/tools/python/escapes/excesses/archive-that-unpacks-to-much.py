# An archive that unpacks to much: of one gigabyte of zeros, which costs little to make. Each limit but that of time may end it.
# seconds: 50
# told: MemoryError|more memory|interpreter|still here
import gzip, io, tarfile
head = tarfile.TarInfo("x")
head.size = 1_000_000_000
archive = gzip.compress(head.tobuf()) + gzip.compress(bytes(10_000_000)) * 100
quietly(lambda: tarfile.open(fileobj=io.BytesIO(archive)).extractfile("x").read())
import pyodide_js
from pyodide.ffi import to_js
quietly(lambda: pyodide_js.unpackArchive(to_js(archive), "gztar"))
print("still here")
