import type { TestTask } from './code-test.ts'

/** The code of a job: the driver, with the solution and the test as data. */
export const jobCode = (solution: string, task: TestTask): string =>
  // A text as JSON writes it is a text of Python.
  `${driver}\nrun(*json.loads(${JSON.stringify(JSON.stringify([solution, task]))}))\n`

/**
 * The Python that runs a solution on one test. All it says is what the solution returned or printed; whether that is right is not
 * known here. What a solution does to this program or prints beside it is only another claim of what came out.
 */
const driver = `
import io, json, math, sys, types

LARGEST = 2 ** 53 - 1

class Silence(io.TextIOBase):
    def write(self, text):
        return len(text)

def load(source, name):
    module = types.ModuleType(name)
    sys.modules[name] = module
    exec(compile(source, "<solution>", "exec"), module.__dict__)
    return module

def plain(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) <= LARGEST else str(value)
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    raise TypeError(f"it returned a {type(value).__name__}, which is no JSON")

def run(solution, test):
    said = sys.stdout
    if test["kind"] == "program":
        sys.stdin = io.TextIOWrapper(io.BytesIO(test["stdin"].encode()), encoding="utf-8")
        load(solution, "__main__")
        return
    sys.stdout = Silence()
    module = load(solution, "solution")
    if test["kind"] == "call":
        text = json.dumps(plain(getattr(module, test["call"])(*test["arguments"])))
    else:
        exec(compile(test["assert"], "<test>", "exec"), module.__dict__)
        text = test["token"]
    said.write(text)
    said.flush()
`
