# A fork bomb.
for _ in range(1000):
    quietly(lambda: os.fork())
print("still one")
