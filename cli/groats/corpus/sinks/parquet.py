"""Parquet (the extra `parquet`): a row a record, its columns those of the schema "groats/1"."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from msgspec.inspect import (
    BoolType,
    DictType,
    FloatType,
    IntType,
    ListType,
    LiteralType,
    Metadata,
    NoneType,
    StrType,
    StructType,
    Type,
    UnionType,
    type_info,
)

from groats.render.json import Record

if TYPE_CHECKING:
    import pyarrow as pa

_SCALARS: dict[type[Type], str] = {
    BoolType: "bool",
    FloatType: "float64",
    IntType: "int64",
    LiteralType: "string",
    StrType: "string",
}
_ROWS, _BYTES = 10_000, 16 << 20  # of JSON in a row group, whichever is reached first


def write_parquet(file: BinaryIO, records: Iterable[bytes]) -> None:
    """Writes the records as rows; raises `ModuleNotFoundError` without pyarrow."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    schema = _build_schema()
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _group(records):
            rows = [msgspec.json.decode(record) for record in group]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _build_schema() -> "pa.Schema":
    """The columns of a record, in the order of its keys: lists as lists, `input` as a struct, `removed` as a map."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.schema([pa.field("schema", pa.string()), *_column(type_info(Record))])


def _column(described: Type) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The type of Arrow that holds what msgspec describes; every column may be null."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    match described:
        case Metadata(type=inner) | UnionType(types=(inner, NoneType())):
            return _column(inner)
        case ListType(item_type=item):
            return pa.list_(_column(item))
        case DictType(key_type=key, value_type=value):
            return pa.map_(_column(key), _column(value))
        case StructType(fields=fields):
            return pa.struct([pa.field(field.encode_name, _column(field.type)) for field in fields])
    return pa.type_for_alias(_SCALARS[type(described)])


def _group(records: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The records of each row group, which are in memory together."""
    group: list[bytes] = []
    size = 0
    for record in records:
        group.append(record)
        size += len(record)
        if len(group) == _ROWS or size >= _BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group
