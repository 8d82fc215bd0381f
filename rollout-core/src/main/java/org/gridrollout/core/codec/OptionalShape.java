package org.gridrollout.core.codec;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Optional;

/** There or left out. */
record OptionalShape(Shape content) implements Shape {

    @Override
    public void write(JsonGenerator out, Object value) {
        content.write(out, ((Optional<?>) value).orElseThrow());
    }

    @Override
    public Object read(JsonValue json) {
        return Optional.of(content.read(json));
    }

    @Override
    public boolean isAbsent(Object value) {
        return ((Optional<?>) value).isEmpty();
    }

    @Override
    public Object absent() {
        return Optional.empty();
    }
}
