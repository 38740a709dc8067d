/** Figures over time as drawings, whose numbers are also there as words. */
@NullMarked
package io.mnemolite.server.web.monitoring.drawing;

import org.jspecify.annotations.NullMarked;
