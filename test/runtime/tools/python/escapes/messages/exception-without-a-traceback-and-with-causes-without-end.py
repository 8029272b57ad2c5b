# An exception without a traceback, with causes and groups without end.
# told: nests too deeply|broke down|cannot be shown|Sly
class Sly(ExceptionGroup):
    __traceback__ = None
    @property
    def __notes__(self): return ["x" * 1000] * 1000
error = ValueError("first")
for _ in range(5000):
    group = Sly("x", [error])
    group.__cause__ = error
    error = group
raise error
