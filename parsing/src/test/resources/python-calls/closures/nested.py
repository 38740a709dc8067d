def outer():
    def inner():
        def innermost():
            inner()  #> nested.outer.inner
            outer()  #> nested.outer

        innermost()  #> nested.outer.inner.innermost

    inner()  #> nested.outer.inner
    return inner


def innermost():
    pass


def counter(step):
    innermost()  #> nested.innermost

    def add():
        step()

    class Local:
        def go(self):
            add()  #> nested.counter.add
            self.stop()  #> nested.counter.Local.stop

        def stop(self):
            pass

    Local().go()  #> nested.counter.Local, nested.counter.Local.go
    key = lambda innermost: innermost()
    same = lambda value: add()  #> nested.counter.add
    [add() for add in [step]]
    return key


def shadowed(outer):
    outer()
    for innermost in outer:
        innermost()


def immediately():
    outer()()  #> nested.outer
    alias = innermost
    alias()  #> nested.innermost


if True:

    def conditional():
        pass


conditional()  #> nested.conditional
