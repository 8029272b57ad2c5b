# Stands before each attempt. A refusal is an exception; whatever one comes to, the next line of the attempt is tried.
import os, sys

def escaped(what):
    print("ESCAPED:", repr(what)[:2000])

def attempt(action):
    """Something that is an escape where it gives anything."""
    try:
        return escaped(action())
    except BaseException as refusal:
        print("refused:", type(refusal).__name__, str(refusal)[:300])

def quietly(action):
    """Something that is no escape by itself: what comes of it is seen from outside."""
    try:
        return action()
    except BaseException:
        return None
