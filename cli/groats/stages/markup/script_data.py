"""JSON as a script holds it: what stands around it, and the objects in it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

WRAPPING = " \t\r\n/*;<!->"  # comment marks and the like around the JSON, which begins and ends with a bracket


def find_objects(
    value: object, most: int, inside: Callable[[dict[str, Any]], Iterable[object]] = dict.values
) -> Iterator[dict[str, Any]]:
    """The objects in a value, the outer before the inner, as far as `most` objects and lists are looked into.

    `inside` says which values of an object are looked into: all, if nothing else is said.
    """
    queue = deque([value])
    for _ in range(most):
        if not queue:
            return
        value = queue.popleft()
        inner: Iterable[object] = value[:most] if isinstance(value, list) else ()
        if isinstance(value, dict):
            yield value
            inner = inside(value)
        queue.extend(each for each in inner if isinstance(each, dict | list))
