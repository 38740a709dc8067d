package io.mnemolite.deployment.balancer;

/**
 * What HAProxy counted for a slot since its own start.
 *
 * @param underWay requests that are being answered or wait for the slot
 * @param responses answers of any status
 * @param errors answers of 500 and above, failed connections and broken answers
 * @param isHealthy false when HAProxy's check fails; true also without a check
 */
public record ServerTraffic(long underWay, long responses, long errors, boolean isHealthy) {

    /** What came since {@code earlier}; HAProxy may have been started again in between. */
    public ServerTraffic since(ServerTraffic earlier) {
        return responses < earlier.responses
                ? this
                : new ServerTraffic(
                        underWay, responses - earlier.responses, Math.max(0, errors - earlier.errors), isHealthy);
    }

    /** Errors by answer, from 0 to 1. */
    public double errorRate() {
        return errors == 0 ? 0 : Math.min(1, errors / (double) Math.max(1, responses));
    }
}
