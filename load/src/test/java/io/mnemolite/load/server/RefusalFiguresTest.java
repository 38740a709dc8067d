package io.mnemolite.load.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalFiguresTest {

    @Test
    void of_metrics_areThoseWithinFiveMilliseconds() {
        RefusalFigures figures = RefusalFigures.of("""
                # HELP api_refused_duration_seconds Time to an answer with status 503
                # TYPE api_refused_duration_seconds histogram
                api_refused_duration_seconds_bucket{le="0.0025"} 3.0
                api_refused_duration_seconds_bucket{le="0.005"} 8.0
                api_refused_duration_seconds_bucket{le="+Inf"} 10.0
                api_refused_duration_seconds_count 10.0
                api_refused_duration_seconds_sum 0.04
                api_requests_total{endpoint="/health"} 99.0
                """);
        assertThat(figures).isEqualTo(new RefusalFigures(10, 8));
        assertThat(figures.promptPercent()).isEqualTo(80);
        assertThat(figures.since(new RefusalFigures(6, 4))).isEqualTo(new RefusalFigures(4, 4));
    }

    @Test
    void of_noRefusal_isPrompt() {
        assertThat(RefusalFigures.of("").promptPercent()).isEqualTo(100);
    }
}
