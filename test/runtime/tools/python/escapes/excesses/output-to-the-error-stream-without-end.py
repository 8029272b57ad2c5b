# Output to the error stream without end.
# seconds: 1
# told: longer than 1 seconds
import sys
while True: print("x" * 100_000, file=sys.stderr)
