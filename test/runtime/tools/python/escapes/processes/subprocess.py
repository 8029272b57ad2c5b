# Subprocess.
import subprocess
attempt(lambda: subprocess.run(["id"], capture_output=True).stdout)
attempt(lambda: subprocess.check_output("id", shell=True))
