# The operations of NODEFS themselves.
import pyodide_js
NODEFS, FS = pyodide_js._module.NODEFS, pyodide_js.FS
node = FS.root
node.mount.opts.root = "$FOLDER/../home"
quietly(lambda: NODEFS.node_ops.mknod(node, "made", 0o100644, 0))
attempt(lambda: NODEFS.node_ops.readdir(node))
canary = quietly(lambda: NODEFS.createNode(node, "canary.txt", 0o100644, 0))
stream = FS.streams[1]
stream.node, stream.flags = canary, 0
quietly(lambda: NODEFS.stream_ops.open(stream))
attempt(lambda: stream.nfd + 0)
for operation in ("symlink", "rename", "unlink"): quietly(lambda: getattr(NODEFS.node_ops, operation)(node, "link", "$CANARY"))
