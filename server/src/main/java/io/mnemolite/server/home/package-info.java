/** The home directory of one server: the lock that makes it the only one, the file that says where it is. */
@NullMarked
package io.mnemolite.server.home;

import org.jspecify.annotations.NullMarked;
