require 'json'
require_relative 'base'

module Geometry
  # A shape.
  # With sides.
  class Shape < Base
    attr_reader :name
    LIMIT = 10

    def initialize(name, size = 1, *rest, key: 2, **options, &block)
      super(name)
      @name = name
    end

    # The area.
    def area(scale)
      return 0 unless scale && scale > 0
      items.each { |i| puts i if i }
      rescue_me rescue nil
      compute(scale)
    end

    def self.build
      new("x")
    end

    private

    def empty?
    end
  end
end

def helper(x) = x * 2

Geometry::Shape.build.area(1)
