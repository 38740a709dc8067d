import contextlib
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        return function(*arguments)

    return wrapper


def retry(times):
    def decorate(function):
        return function

    return decorate


@logged
def plain():
    pass


@retry(3)  #> routes.retry
def again():
    plain()  #> routes.plain


class Router:
    def route(self, path):
        return lambda function: function

    @property
    def first(self) -> "Router":
        return self

    @functools.cached_property
    def second(self) -> "Router":
        return self

    @classmethod
    def make(cls):
        cls.make()  #> routes.Router.make
        return cls()

    @staticmethod
    def other():
        pass

    @logged
    def wrapped(self):
        self.other()  #> routes.Router.other


router = Router()  #> routes.Router


@router.route("/")  #> routes.Router.route
def index():
    again()  #> routes.again
    router.first.second.wrapped()  #> routes.Router.wrapped
    Router.make()  #> routes.Router.make
    Router.make().wrapped()  #> routes.Router.make, routes.Router.wrapped


@contextlib.contextmanager
def opened():
    yield router


def use():
    with opened() as r:  #> routes.opened
        r.wrapped()  #! routes.Router.wrapped
