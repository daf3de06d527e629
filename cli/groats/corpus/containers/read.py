"""All pages of a container in their order, whatever its format; what cannot be read is a failure beside them."""

from collections.abc import Callable, Iterator

from groats.corpus.containers.container import Container, PageError
from groats.corpus.containers.jsonl import read_jsonl
from groats.corpus.containers.packed import describe_damage
from groats.corpus.containers.parquet import read_parquet
from groats.corpus.containers.recognise import Format, find_format
from groats.corpus.containers.tar import read_tar
from groats.corpus.containers.warc import read_warc
from groats.corpus.containers.zip import read_zip
from groats.corpus.source import Failure, Found
from groats.wording import count_of

_READERS: dict[Format, Callable[[Container], Iterator[Found]]] = {
    Format.JSONL: read_jsonl,
    Format.PARQUET: read_parquet,
    Format.TAR: read_tar,
    Format.WARC: read_warc,
    Format.ZIP: read_zip,
}


def read_container(container: Container) -> Iterator[Found]:
    """Each page of a file as a `PageSource` with its bytes, or as a `Failure`, in the order of the file.

    Holds one page at a time (of Parquet, what it calls a page). Never raises: a file that is damaged or ends too early
    gives the pages before that and a failure of its own name.
    """
    pages = 0
    form = find_format(container.path) or Format.JSONL
    try:
        for page in _READERS[form](container):
            yield page
            pages += 1
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        yield Failure(container.name, f'to read it, groats needs {package}: install "groats[{form}]".')
    except PageError as error:
        yield Failure(container.name, str(error))
    except Exception as error:  # noqa: BLE001 - a hostile file makes the libraries that read it raise anything
        after = f" after {count_of(pages, 'page')}" if pages else ""
        yield Failure(container.name, f"it cannot be read{after}: {describe_damage(error)}.")
