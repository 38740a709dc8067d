/** Where the time of requests goes, measured for a while. */
@NullMarked
package io.mnemolite.server.ops.profile;

import org.jspecify.annotations.NullMarked;
