#!/usr/bin/env python
"""What the module is for."""
import os
from typing import List, Optional

LIMIT = 10


@dataclass(frozen=True)
class Shape(Base):
    """A shape.

    It has sides.
    """

    sides: int = 3

    # Says hello.
    @property
    def name(self) -> str:
        return self._name.strip()

    @staticmethod
    async def area(width, height: float = 1.0, *args, scale=2, **kwargs) -> Optional[float]:
        '''The area.'''
        def inner(x):
            return x
        if width and height or scale:
            for x in [y for y in args if y]:
                print(inner(x))
        elif kwargs:
            raise ValueError("bad")
        return width * height if width else None


def main(argv: List[str]):
    shape = Shape()
    shape.area(1, 2)


if __name__ == "__main__":
    main(os.sys.argv)
