# A number without end.
# seconds: 1
# told: longer than 1 seconds|MemoryError
x = 10
while True: x = x ** 10
