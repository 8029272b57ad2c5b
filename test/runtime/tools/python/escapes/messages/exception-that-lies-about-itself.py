# An exception that lies about itself.
class Sly(BaseException):
    def __str__(self): raise SystemExit(0)
    __repr__ = __str__
raise Sly()
