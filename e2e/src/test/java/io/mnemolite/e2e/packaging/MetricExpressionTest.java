package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up == 0 | up",
                "rate(a_total[5m]) > 1e3 | a_total",
                "sum by (job, le) (rate(a_bucket{x=\"y\"}[5m])) | a_bucket",
                "sum without (le) (a) / on (job) group_left b | a,b",
                "sum(a) by (job) unless b offset 5m | a,b",
                "min_over_time(a[5m:30s]) > bool 0.5 and job:a:rate5m < Inf | a,job:a:rate5m",
                "a{x=~\"b{c}(d\", y!='e, f'} * -1 | a",
            })
    void metrics_areNamesThatAreNoWordsOfTheLanguage(String text, String metrics) {
        assertThat(MetricExpression.parse(text).matchers().keySet()).containsExactly(metrics.split(","));
    }

    @Test
    void labels_areFoundInMatchersAndGroupings() {
        MetricExpression expression = MetricExpression.parse(
                "histogram_quantile(0.99, sum by (job, le) (rate(a{status=~\"5..\", method != 'GET',}[$__rate_interval])))");

        assertThat(expression.matchers()).isEqualTo(Map.of("a", Map.of("status", "5..", "method", "GET")));
        assertThat(expression.groupings()).containsExactly("job", "le");
        assertThat(expression.functions()).containsExactly("histogram_quantile", "rate", "sum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a", "a)", "a[5m", "a{b=\"c\"", "a{b=\"c", "a{b=c}", "a ? b", "a{=\"b\"}"})
    void brokenExpression_isNotRead(String text) {
        assertThatThrownBy(() -> MetricExpression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
