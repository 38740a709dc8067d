/** What a deployment is and what comes next, as pure functions of the journal. */
@NullMarked
package io.mnemolite.deployment.plan;

import org.jspecify.annotations.NullMarked;
