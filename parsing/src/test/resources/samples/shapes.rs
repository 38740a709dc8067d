//! Shapes.
use std::collections::HashMap;

/// A square.
#[derive(Debug, Clone)]
pub struct Square<T> {
    side: T,
}

pub enum Kind { Round, Flat(u8) }

pub trait Shape {
    /// The area.
    fn area(&self) -> f64;
    fn name(&self) -> String { "shape".to_string() }
}

impl<T: Copy> Shape for Square<T> {
    fn area(&self) -> f64 {
        if self.side > 0 && true { compute(self.side) } else { 0.0 }
    }

    /// Makes one.
    #[inline]
    #[must_use]
    pub fn new(side: T, mut count: usize) -> Result<Self, Error> {
        let map = HashMap::new();
        for x in 0..count { println!("{}", x); }
        match count { 0 => Err(bad()?), _ => Ok(Square { side }) }
    }
}

mod inner {
    pub(crate) fn helper() {}
}

#[cfg(test)]
mod tests {
    #[test]
    fn works() { assert_eq!(1, 1); }
}
