import abc


class Shape(abc.ABC):
    def __init__(self, name):
        self.name = name

    def area(self):
        return self.measure()  #> shapes.Shape.measure

    @abc.abstractmethod
    def measure(self):
        pass

    def describe(self):
        pass


class Printable:
    def describe(self):
        return self.text()

    def show(self):
        self.describe()  #> shapes.Printable.describe


class Square(Printable, Shape):
    def __init__(self):
        super().__init__("square")  #> shapes.Shape.__init__
        Shape.__init__(self, "square")  #> shapes.Shape.__init__

    def measure(self):
        super().measure()  #> shapes.Shape.measure
        super(Square, self).describe()  #> shapes.Printable.describe
        self.describe()  #> shapes.Printable.describe
        self.show()  #> shapes.Printable.show
        return self.area()  #> shapes.Shape.area


class Small(Square):
    pass


class Top:
    def where(self):
        pass


class Left(Top):
    pass


class Right(Top):
    def where(self):
        pass


class Bottom(Left, Right):
    def find(self):
        self.where()  #> shapes.Right.where


class Error(ValueError):
    def fail(self):
        self.with_traceback(None)


def use():
    small = Small()  #> shapes.Square.__init__
    small.area()  #> shapes.Shape.area
    small.show()  #> shapes.Printable.show
    Bottom().where()  #> shapes.Bottom, shapes.Right.where
    raise Error("x")  #> shapes.Error
