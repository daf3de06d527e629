"""Where the records of a run go when they are one file."""

from groats.corpus.sinks.records import RECORD_SUFFIXES, check_record_file, is_record_file, write_records
from groats.corpus.sinks.spool import Place, Spool, open_spool

__all__ = ["RECORD_SUFFIXES", "Place", "Spool", "check_record_file", "is_record_file", "open_spool", "write_records"]
