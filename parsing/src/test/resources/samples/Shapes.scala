package shapes

import scala.collection.mutable

/** A shape. */
@deprecated
case class Square[T](side: Double, name: String) extends Shape with Serializable {
  private val limit = 10

  /** The area. */
  @tailrec
  def area(scale: Double)(implicit ctx: Context): Option[Double] = {
    if (scale > 0 && side > 0) {
      for (x <- items) println(x)
    }
    scale match {
      case 1 => Some(compute(scale))
      case _ => None
    }
  }

  def name: String
}

object Square {
  def apply(x: Int): Square = new Square(x.toDouble, "x")
}

trait Drawable {
  def draw(): Unit
}

def helper(x: Int) = x * 2
