#!/usr/bin/env bash
set -euo pipefail
source ./base.sh

LIMIT=10

# Greets.
greet() {
  local name=$1
  if [ -n "$name" ] && [ "$name" != x ]; then
    echo "hello $name"
  fi
  for i in 1 2 3; do run_it "$i"; done
}

function cleanup {
  rm -rf "$TMP" || true
}

greet world
