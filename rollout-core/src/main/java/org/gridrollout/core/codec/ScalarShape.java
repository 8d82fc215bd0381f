package org.gridrollout.core.codec;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values that are one text, number or truth value. */
final class ScalarShape implements Shape {

    static final Shape LONG =
            new ScalarShape((out, value) -> out.write((long) value), json -> ((JsonNumber) json).longValueExact());
    static final Shape INT =
            new ScalarShape((out, value) -> out.write((int) value), json -> ((JsonNumber) json).intValueExact());
    static final Shape DOUBLE =
            new ScalarShape((out, value) -> out.write((double) value), json -> ((JsonNumber) json).doubleValue());
    static final Shape BOOLEAN = new ScalarShape((out, value) -> out.write((boolean) value), JsonValue.TRUE::equals);

    private final BiConsumer<JsonGenerator, Object> writer;
    private final Function<JsonValue, Object> reader;

    private ScalarShape(BiConsumer<JsonGenerator, Object> writer, Function<JsonValue, Object> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    static Shape ofText(Function<String, Object> parse, Function<Object, String> print) {
        return new ScalarShape((out, value) -> out.write(print.apply(value)), json -> {
            String text = ((JsonString) json).getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw new CodecException("'" + text + "' cannot be read", e);
            }
        });
    }

    static Shape ofEnum(Class<?> type) {
        Map<String, Object> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(each -> ((Enum<?>) each).name(), Function.identity()));
        return ofText(
                text -> {
                    Object constant = byName.get(text);
                    if (constant == null) {
                        throw new CodecException("'" + text + "' is no " + type.getSimpleName());
                    }
                    return constant;
                },
                value -> ((Enum<?>) value).name());
    }

    /** Records around one text, such as identifiers, are that text. */
    static Shape ofWrapper(Class<?> type) {
        RecordAccess access = RecordAccess.of(type);
        return ofText(
                text -> access.make(new Object[] {text}),
                value -> access.get(value, 0).toString());
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        writer.accept(out, value);
    }

    @Override
    public Object read(JsonValue json) {
        return reader.apply(json);
    }
}
