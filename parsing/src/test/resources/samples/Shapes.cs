using System;
using System.Collections.Generic;

namespace Shapes.Core
{
    /// <summary>A shape.</summary>
    /// <remarks>Many sides.</remarks>
    [Serializable]
    public class Shape<T> : Base, IShape where T : class
    {
        private readonly int _side = 1;

        public Shape(int side, params string[] names) : base(side) { Init(); }

        /// <summary>
        /// The area.
        /// </summary>
        [Obsolete("old"), Pure]
        public async Task<double> Area(double scale, ref int x)
        {
            if (scale > 0 && x != null) { foreach (var i in items) Console.WriteLine(i); }
            return x ?? await Compute<int>(scale);
        }

        public string Name { get; set; }

        public int Total => _side * 2;

        public int Sum
        {
            get { return Add(1); }
        }
    }

    public interface IShape { double Area(double s); }
    public enum Kind { Round, Flat }
    public record Pair(int Left, string Right);
    public struct Point { public int X; }
}
