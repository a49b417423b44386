"""Where the frozen program starts; the same as `python -m clerk_app`."""

import multiprocessing
import sys

from clerk_app.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
