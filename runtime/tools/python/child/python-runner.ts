/** The part of the child program that is Python. It is kept in the memory snapshot, so what it imports costs a job nothing. */
export const pythonRunner = `
import linecache, random, sys, traceback, types

def run_job(code, seed):
    """Runs code as a program of its own; returns nothing, or why it did not come to its end."""
    random.seed(seed)
    streams = (sys.stdout, sys.stderr)
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    linecache.cache["<python>"] = (len(code), None, code.splitlines(True), "<python>")
    try:
        exec(compile(code, "<python>", "exec"), main.__dict__)
    except BaseException as error:
        # What is raised is foreign too: it may say anything of itself, or raise when it is asked.
        try:
            return reason(error, sys.exc_info()[2].tb_next)
        except BaseException:
            return "The code raised an exception that cannot be shown."
    finally:
        # The code may have put another stream in its place, or none.
        for stream in (*streams, getattr(sys, "stdout", None), getattr(sys, "stderr", None)):
            try:
                stream.flush()
            except BaseException:
                pass

def reason(error, place):
    if not isinstance(error, SystemExit):
        return "".join(traceback.format_exception(type(error), error, place, limit=-6))
    if error.code is not None and error.code != 0:
        return f"The code ended with sys.exit({error.code!r})."
`
