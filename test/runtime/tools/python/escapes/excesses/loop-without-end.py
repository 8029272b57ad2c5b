# A loop without end.
# seconds: 1
# told: longer than 1 seconds
while True: pass
