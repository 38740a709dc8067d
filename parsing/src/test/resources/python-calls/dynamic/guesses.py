import importlib


class Handler:
    def handle(self):
        pass

    def __getattr__(self, name):
        return lambda: name

    def run(self):
        getattr(self, "handle")()
        self.invented()
        self.table["handle"]()
        setattr(self, "handle", None)


class Other:
    def handle(self):
        pass


def only_here():
    pass


def use(value, *others, **named):
    value.handle()
    value.only_here()
    others[0].handle()
    named["x"].handle()
    globals()["only_here"]()
    eval("only_here()")
    importlib.import_module("guesses").only_here()
    [Handler, Other][0]().handle()
    handlers = {"a": only_here}
    handlers["a"]()
    print(value)
    len(others)


def conditional(flag, handler=only_here):
    handler()
    if flag:
        chosen = Handler()  #> guesses.Handler
    else:
        chosen = Other()  #> guesses.Other
    chosen.handle()
    chosen = Other() if flag else Handler()  #> guesses.Other, guesses.Handler
    chosen.handle()


def deleted():
    only_here = None
    only_here()
