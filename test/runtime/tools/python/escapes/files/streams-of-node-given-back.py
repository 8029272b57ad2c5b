# The streams of Node, given back by Pyodide's own defaults.
import pyodide_js
for give in (pyodide_js.setStdin, pyodide_js.setStdout, pyodide_js.setStderr): attempt(lambda: give().fd)
for path in ("/dev/stdin", "/dev/tty", "/dev/stderr"): attempt(lambda: open(path, "rb").read(10)[0])
attempt(lambda: pyodide_js.FS.streams[0].tty.input)
