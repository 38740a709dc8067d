# Sets JAVA_HOME to a JDK 25 or newer; sourced by mvnw, dev and mnemolite.
# Order: JAVA_HOME, java on the PATH, the usual places of Linux, SDKMAN, IntelliJ and macOS.

mnemolite_java_major() {
  [ -x "$1/bin/javac" ] || [ "${MNEMOLITE_JRE_IS_ENOUGH-}" = true ] || return 1
  [ -x "$1/bin/java" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$major" ] && [ "$major" -ge 25 ] 2>/dev/null
}

mnemolite_find_jdk() {
  [ -n "${JAVA_HOME-}" ] && mnemolite_java_major "$JAVA_HOME" && return 0
  path_java=$(command -v java 2>/dev/null) || path_java=
  if [ -n "$path_java" ]; then
    resolved=$(readlink -f "$path_java" 2>/dev/null) || resolved=$path_java
    candidate=${resolved%/bin/java}
    if mnemolite_java_major "$candidate"; then JAVA_HOME=$candidate; export JAVA_HOME; return 0; fi
  fi
  set +f
  for candidate in /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/*25* "${HOME-}"/.sdkman/candidates/java/25* \
    "${HOME-}"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if mnemolite_java_major "$candidate"; then JAVA_HOME=$candidate; export JAVA_HOME; return 0; fi
  done
  echo "MnemoLite needs a JDK 25 and found none: install one (https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}
