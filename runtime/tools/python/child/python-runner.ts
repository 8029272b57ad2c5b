/** The part of the child program that is Python. It is kept in the memory snapshot, so what it imports costs a job nothing. */
export const pythonRunner = `
import linecache, random, sys, traceback, types

def run_job(code, seed):
    """Runs code as a program of its own; returns nothing, or why it did not come to its end."""
    random.seed(seed)
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    linecache.cache["<python>"] = (len(code), None, code.splitlines(True), "<python>")
    try:
        exec(compile(code, "<python>", "exec"), main.__dict__)
    except SystemExit as end:
        if end.code is not None and end.code != 0:
            return f"The code ended with sys.exit({end.code!r})."
    except BaseException as error:
        own = error.__traceback__.tb_next
        return "".join(traceback.format_exception(type(error), error, own, limit=-6))
    finally:
        sys.stdout.flush()
`
