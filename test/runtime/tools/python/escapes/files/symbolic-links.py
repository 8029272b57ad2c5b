# Symbolic links.
os.symlink("$CANARY", "/tmp/link")
os.symlink("/", "/tmp/root")
attempt(lambda: open("/tmp/link").read())
attempt(lambda: open("/tmp/root$CANARY").read())
quietly(lambda: os.symlink("x", "$FOLDER/link"))
