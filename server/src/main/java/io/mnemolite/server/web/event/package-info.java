/** Events as people see them: as a card in a list, and whole in the drawer. */
@NullMarked
package io.mnemolite.server.web.event;

import org.jspecify.annotations.NullMarked;
