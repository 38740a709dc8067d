from .deep import bottom
