# An archive that unpacks to much.
# told: MemoryError|more memory|interpreter|still here
import io, zipfile, zlib
archive = io.BytesIO()
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
    with made.open("x", "w") as part:
        for _ in range(100): part.write(bytes(10_000_000))
quietly(lambda: zipfile.ZipFile(archive).read("x"))
import pyodide_js
from pyodide.ffi import to_js
quietly(lambda: pyodide_js.unpackArchive(to_js(archive.getvalue()), "zip"))
print("still here")
