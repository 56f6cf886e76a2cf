"""`python -m kzref`: the command line, which opens the window when it is given nothing to do."""

import sys

from kzref.cli import main

if __name__ == "__main__":  # a child process may import this module, and must not start again
    sys.exit(main())
