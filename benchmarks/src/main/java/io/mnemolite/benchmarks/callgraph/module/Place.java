package io.mnemolite.benchmarks.callgraph.module;

/** Where a called name stands: a file below the corpus' root, and line and column from 1. */
record Place(String file, int line, int column) {}
