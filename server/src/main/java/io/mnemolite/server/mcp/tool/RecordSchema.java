package io.mnemolite.server.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON Schema 2020-12 of a record, as short as it can be said: names in snake case, no definitions, no null types. */
final class RecordSchema {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private static final SchemaGenerator GENERATOR =
            new SchemaGenerator(configuration().build());

    /** Every session asks for the tools, and a schema never changes. */
    private static final ClassValue<ObjectNode> SCHEMAS = new ClassValue<>() {
        @Override
        protected ObjectNode computeValue(Class<?> type) {
            return GENERATOR.generateSchema(type);
        }
    };

    private RecordSchema() {}

    /** A copy of its own for each caller. */
    static ObjectNode of(Class<? extends Record> type) {
        return SCHEMAS.get(type).deepCopy();
    }

    private static SchemaGeneratorConfigBuilder configuration() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.SCHEMA_VERSION_INDICATOR)
                .with(Option.INLINE_ALL_SCHEMAS);
        builder.forFields()
                .withPropertyNameOverrideResolver(field -> NAMES.translate(field.getDeclaredName()))
                .withRequiredCheck(field -> !isOptional(field))
                .withDescriptionResolver(
                        field -> description(field, of -> of.value().isEmpty() ? null : of.value()))
                .withEnumResolver(field -> description(
                        field, of -> of.oneOf().length == 0 ? null : Arrays.<Object>asList((Object[]) of.oneOf())))
                .withDefaultResolver(
                        field -> description(field, of -> of.byDefault().isEmpty() ? null : value(of.byDefault())))
                .withCustomDefinitionProvider((field, context) -> JsonNode.class.isAssignableFrom(
                                field.getType().getErasedType())
                        ? new CustomPropertyDefinition(
                                context.getGeneratorConfig().createObjectNode().put("type", "object"))
                        : null);
        return builder;
    }

    private static <T> @Nullable T description(FieldScope field, Function<Description, @Nullable T> read) {
        Description description = field.isFakeContainerItemScope() ? null : field.getAnnotation(Description.class);
        return description == null ? null : read.apply(description);
    }

    private static @Nullable Object value(String text) {
        if (text.matches("-?\\d+")) {
            return Integer.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static boolean isOptional(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
