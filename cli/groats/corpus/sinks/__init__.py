"""Where the records of a run go when they are one file."""

from groats.corpus.sinks.records import check_record_file, is_record_file, write_records

__all__ = ["check_record_file", "is_record_file", "write_records"]
