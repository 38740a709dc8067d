import enum
from dataclasses import dataclass, field
from typing import NamedTuple, Optional


@dataclass
class Address:
    street: str

    def normal(self) -> "Address":
        return self


@dataclass(frozen=True)
class Person:
    name: str
    address: Address
    second: Optional[Address] = None
    tags: list[Address] = field(default_factory=list)

    def post(self):
        self.address.normal()  #> models.Address.normal
        self.second.normal()  #> models.Address.normal
        for tag in self.tags:
            tag.normal()  #> models.Address.normal
        self.name.upper()


class Point(NamedTuple):
    x: int

    def length(self):
        pass


class Colour(enum.Enum):
    RED = 1

    def mix(self):
        pass


def use():
    person = Person("a", Address("b"))  #> models.Person, models.Address
    person.post()  #> models.Person.post
    person.address.normal().normal()  #> models.Address.normal, models.Address.normal
    Point(1).length()  #> models.Point, models.Point.length
    Colour(1)  #> models.Colour
    Colour.RED.mix()  #! models.Colour.mix
