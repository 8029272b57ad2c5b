# An end with a status that lies about itself.
# told: ^The code raised an exception that cannot be shown\.$
class Sly:
    def __repr__(self): raise SystemExit(0)
    def __eq__(self, other): raise KeyboardInterrupt
    __ne__ = __eq__
sys.exit(Sly())
