"""Prints how well search finds the paragraphs that answer the questions of a JSON Lines file.

    python tests/bench/search_quality.py ../shared/research/retrieval_dev.jsonl [--misses]

`@k` is the share of questions with an expected paragraph among the first k hits; `all@k` the share
of the expected paragraphs (at most k of a question) that are.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kzref.services.search import Search  # noqa: E402 - the checkout comes first
