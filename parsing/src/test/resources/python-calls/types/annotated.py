from __future__ import annotations

from typing import Callable, Generic, Iterator, Protocol, TypeVar, Union


class Runner(Protocol):
    def run(self) -> Result: ...


class Result:
    def ok(self) -> bool:
        return True


Item = TypeVar("Item")


class Box(Generic[Item]):
    def get(self) -> Item: ...


def make() -> Result:
    return Result()  #> annotated.Result


def several() -> Iterator[Result]:
    yield make()  #> annotated.make


async def later() -> Result:
    return make()  #> annotated.make


def unannotated():
    return Result()  #> annotated.Result


def use(runner: Runner, results: list[Result], either: Union[Result, None], call: Callable[[], Result], box: Box[Result]):
    runner.run().ok()  #> annotated.Runner.run, annotated.Result.ok
    make().ok()  #> annotated.make, annotated.Result.ok
    either.ok()  #> annotated.Result.ok
    call()
    call().ok()  #! annotated.Result.ok
    box.get().ok()  #> annotated.Box.get
    for one in several():  #> annotated.several
        one.ok()  #> annotated.Result.ok
    [r.ok() for r in results]  #> annotated.Result.ok
    unannotated().ok()  #> annotated.unannotated, annotated.Result.ok
    if isinstance(runner, Result):
        runner.ok()  #! annotated.Result.ok
    if (found := make()):  #> annotated.make
        found.ok()  #> annotated.Result.ok


async def waiting():
    (await later()).ok()  #> annotated.later, annotated.Result.ok
