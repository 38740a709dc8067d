class Engine:
    def start(self):
        pass


class Wheel:
    def turn(self) -> "Wheel":
        return self


class Car:
    engine = Engine()  #> fields.Engine
    spare: Wheel

    def __init__(self, wheel: Wheel, unknown):
        self.wheel = wheel
        self.other = Wheel()  #> fields.Wheel
        self.unknown = unknown
        self.later = None
        self.wheels: list[Wheel] = []
        self.named: dict[str, Wheel] = {}
        self.maybe: Wheel | None = None
        self.prepare()  #> fields.Car.prepare

    def prepare(self):
        self.later = Engine()  #> fields.Engine

    def drive(self):
        self.engine.start()  #> fields.Engine.start
        self.wheel.turn().turn()  #> fields.Wheel.turn, fields.Wheel.turn
        self.other.turn()  #> fields.Wheel.turn
        self.spare.turn()  #> fields.Wheel.turn
        self.later.start()  #> fields.Engine.start
        self.maybe.turn()  #> fields.Wheel.turn
        self.unknown.turn()
        self.unknown.start()
        for wheel in self.wheels:
            wheel.turn()  #> fields.Wheel.turn
        self.wheels[0].turn()  #> fields.Wheel.turn
        self.named["a"].turn()  #> fields.Wheel.turn
        self.named.get("a").turn()  #> fields.Wheel.turn
        for _, wheel in self.named.items():
            wheel.turn()  #! fields.Wheel.turn
        Car.engine.start()  #> fields.Engine.start
        self.wheels.append(None)


def race(car: Car):
    car.drive()  #> fields.Car.drive
    car.engine.start()  #> fields.Engine.start
    car.wheel.turn()  #> fields.Wheel.turn
    car.missing.turn()
