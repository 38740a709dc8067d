def helper():
    pass


def other():
    helper()  #> app.tools.helper


class Kit:
    @staticmethod
    def open():
        pass
