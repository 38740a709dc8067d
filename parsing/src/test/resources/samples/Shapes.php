<?php
namespace App\Shapes;

use App\Base;
require_once 'base.php';

/**
 * A shape.
 */
#[Attribute]
abstract class Shape extends Base implements Countable
{
    use Loggable;
    private int $side = 1;

    public function __construct(private string $name, int ...$rest)
    {
        parent::__construct($name);
    }

    /** The area. */
    #[Pure]
    public static function area(float $scale = 1.0, ?array &$items = null): ?float
    {
        if ($scale > 0 && $items) {
            foreach ($items as $item) { $item->draw(); strlen($item); }
        }
        return $items ?? new Square($scale);
    }

    abstract protected function draw(): void;
}

interface Drawable { public function draw(): void; }
trait Loggable { function log($m) { Logger::write($m); } }
enum Kind: string { case Round = 'r'; }

function helper($x) { return $x ? 1 : 2; }
