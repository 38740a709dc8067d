package io.mnemolite.cache;

/** Ways to break the protocol; each but the last must be noticed by the model and by the history test. */
enum PlantedBug implements CoherenceProtocol {
    ACCEPT_ALWAYS {
        @Override
        public boolean mayAccept(long noted, long current) {
            return true;
        }
    },
    JOIN_ALWAYS {
        @Override
        public boolean mayJoin(long noted, long current) {
            return true;
        }
    },
    STORE_UNCHECKED {
        @Override
        public boolean mayStore(long noted, long current) {
            return true;
        }

        @Override
        public long stamp(long noted, long current) {
            return current;
        }
    },
    /** Not a bug by itself: such an entry is never accepted. */
    STORE_OUTDATED {
        @Override
        public boolean mayStore(long noted, long current) {
            return true;
        }
    }
}
