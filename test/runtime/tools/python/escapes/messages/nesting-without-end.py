# Nesting without end, in the parsers and printers of Python.
# told: still here|interpreter
import ast, json, pickle, copy
nested = []
for _ in range(100_000): nested = [nested]
for parse in (lambda: json.loads("[" * 1_000_000), lambda: ast.literal_eval("(" * 100_000), lambda: compile("-" * 200_000 + "1", "x", "eval"),
    lambda: repr(nested), lambda: pickle.dumps(nested), lambda: copy.deepcopy(nested), lambda: json.dumps(nested)): quietly(parse)
print("still here")
