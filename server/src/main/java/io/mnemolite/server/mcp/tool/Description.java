package io.mnemolite.server.mcp.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in a tool's schema what a component of a record means. A few words: every session of every agent pays for them. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Description {

    String value();

    /** The values that are allowed; none means any. */
    String[] oneOf() default {};

    /** The default as it stands in the schema; empty when there is none. */
    String byDefault() default "";
}
