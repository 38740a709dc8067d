package io.mnemolite.postgres.change;

import io.mnemolite.core.change.IndexPosition;

/**
 * Where the change log stands at one moment.
 *
 * @param store which store it is
 * @param oldestRunning the lowest transaction that may still run; all below it have ended
 * @param next the lowest transaction not yet begun
 * @param floorXid with {@code floorSeq} the last place that may have been pruned
 */
record LogState(String store, long oldestRunning, long next, long floorXid, long floorSeq) {

    IndexPosition horizon() {
        return new IndexPosition(store, oldestRunning, 0);
    }

    IndexPosition frontier() {
        return new IndexPosition(store, next, 0);
    }

    boolean covers(IndexPosition position) {
        boolean isAhead = position.xid() > next;
        boolean isBehind = position.xid() < floorXid || (position.xid() == floorXid && position.seq() < floorSeq);
        return position.store().equals(store) && !isAhead && !isBehind;
    }
}
