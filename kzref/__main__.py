"""`python -m kzref`: the command line, which opens the window when it is given nothing to do."""

import sys

from kzref.cli import main

sys.exit(main())
