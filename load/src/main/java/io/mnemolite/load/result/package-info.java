/** What came of it: percentiles, knee, recovery, verdicts, the JSON summary and the page made from it. */
@NullMarked
package io.mnemolite.load.result;

import org.jspecify.annotations.NullMarked;
