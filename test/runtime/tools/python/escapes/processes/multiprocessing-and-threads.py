# Multiprocessing and threads.
import threading
attempt(lambda: threading.Thread(target=print).start())
attempt(lambda: __import__("multiprocessing").Process(target=print).start())
from concurrent.futures import ProcessPoolExecutor
