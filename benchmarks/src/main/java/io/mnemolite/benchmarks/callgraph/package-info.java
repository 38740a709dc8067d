/** How true the call graph is, measured against compilers. */
@NullMarked
package io.mnemolite.benchmarks.callgraph;

import org.jspecify.annotations.NullMarked;
