package org.gridrollout.core.codec;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** Arrays; an empty one is left out. */
record ListShape(Shape content) implements Shape {

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartArray();
        ((List<?>) value).forEach(each -> content.write(out, each));
        out.writeEnd();
    }

    @Override
    public Object read(JsonValue json) {
        return ((JsonArray) json).stream().map(content::read).toList();
    }

    @Override
    public boolean isAbsent(Object value) {
        return ((List<?>) value).isEmpty();
    }

    @Override
    public Object absent() {
        return List.of();
    }
}
