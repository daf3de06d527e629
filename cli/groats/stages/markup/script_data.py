"""JSON as a script holds it: what stands around it, and the objects in it."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

WRAPPING = " \t\r\n/*;<!->"  # comment marks and the like around the JSON, which begins and ends with a bracket


def find_objects(value: object, most: int, *keys: str) -> Iterator[dict[str, Any]]:
    """The objects in a value, the outer before the inner, as far as `most` objects and lists are looked into.

    In an object only what stands under the `keys` is looked for, everything if none are given.
    """
    queue = deque([value])
    for _ in range(most):
        if not queue:
            return
        value = queue.popleft()
        inner: Iterable[object] = value[:most] if isinstance(value, list) else ()
        if isinstance(value, dict):
            yield value
            inner = [value[key] for key in keys if key in value] if keys else value.values()
        queue.extend(each for each in inner if isinstance(each, dict | list))
