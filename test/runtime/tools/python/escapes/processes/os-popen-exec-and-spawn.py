# Os.popen, exec and spawn.
attempt(lambda: os.popen("id").read())
attempt(lambda: os.execv("/bin/sh", ["sh", "-c", "id"]))
attempt(lambda: os.posix_spawn("/usr/bin/id", ["id"], {}))
