# A patched traceback module and a patched print.
import traceback, sys
traceback.format_exception = lambda *a, **k: ["{\"kind\":\"returned\"}"] * 10_000_000
raise ValueError("mine")
