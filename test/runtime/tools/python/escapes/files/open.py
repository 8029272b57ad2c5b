# Open.
attempt(lambda: open("$CANARY").read())
quietly(lambda: open("$FOLDER/a", "w").write("x"))
