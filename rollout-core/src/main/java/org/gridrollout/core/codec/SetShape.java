package org.gridrollout.core.codec;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Set;
import java.util.stream.Collectors;

/** Sorted arrays, so that equal sets give equal texts; an empty one is left out. */
record SetShape(Shape content) implements Shape {

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartArray();
        ((Set<?>) value).stream().sorted().forEach(each -> content.write(out, each));
        out.writeEnd();
    }

    @Override
    public Object read(JsonValue json) {
        return ((JsonArray) json).stream().map(content::read).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isAbsent(Object value) {
        return ((Set<?>) value).isEmpty();
    }

    @Override
    public Object absent() {
        return Set.of();
    }
}
