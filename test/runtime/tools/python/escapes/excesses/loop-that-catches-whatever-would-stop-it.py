# A loop that catches whatever would stop it.
# seconds: 1
# told: longer than 1 seconds
while True:
    try:
        while True: pass
    except BaseException: pass
