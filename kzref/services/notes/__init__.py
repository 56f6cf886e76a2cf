"""What the reader writes beside a place, kept through editions and taken along as files."""
