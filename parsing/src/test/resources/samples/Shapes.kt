package shapes

import kotlin.math.max

/** A shape. */
@Serializable
data class Square(val side: Double, private val name: String = "x") : Shape() {
    private val limit = 10

    /** The area. */
    @Throws(Exception::class)
    override fun area(scale: Double, vararg rest: Int): Double {
        if (scale > 0 && side > 0) {
            rest.forEach { println(it) }
        }
        for (x in rest) { compute(x) }
        return when { scale > 1 -> max(scale, side) else -> name?.length ?: 0.0 }
    }

    constructor(side: Int) : this(side.toDouble()) {
        check(side)
    }

    companion object {
        fun build(): Square = Square(1.0)
    }
}

interface Drawable {
    fun draw()
}

object Registry {
    fun register(d: Drawable) {}
}

enum class Kind { ROUND, FLAT }

fun String.shout(times: Int): String = this.uppercase().repeat(times)
