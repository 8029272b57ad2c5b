# Os.system.
attempt(lambda: os.system("id; echo x > $FOLDER/d") == 0 or 1 / 0)
