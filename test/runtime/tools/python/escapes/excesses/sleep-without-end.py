# A sleep without end.
# seconds: 1
# told: longer than 1 seconds
import time
while True: time.sleep(1000)
