package io.mnemolite.lucene.disk;

import io.mnemolite.core.priority.ThreadPriority;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy.OneMerge;

/**
 * Lucene's scheduler, which lets requests go first and tells of the end of a merge: readers opened before search the old
 * segments until then.
 */
final class MergeScheduler extends ConcurrentMergeScheduler {

    private volatile Runnable listener = () -> {};

    void whenMerged(Runnable listener) {
        this.listener = listener;
    }

    @Override
    protected void doMerge(MergeSource source, OneMerge merge) throws IOException {
        ThreadPriority.BACKGROUND.take();
        super.doMerge(source, merge);
        listener.run();
    }

    @Override
    public Executor getIntraMergeExecutor(OneMerge merge) {
        Executor executor = super.getIntraMergeExecutor(merge);
        return task -> executor.execute(() -> {
            ThreadPriority.BACKGROUND.take();
            task.run();
        });
    }
}
