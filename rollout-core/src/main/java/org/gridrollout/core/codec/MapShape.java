package org.gridrollout.core.codec;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects whose keys are data, in the map's own order; an empty one is left out. */
record MapShape(Shape content) implements Shape {

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartObject();
        ((Map<?, ?>) value).forEach((key, each) -> {
            out.writeKey((String) key);
            content.write(out, each);
        });
        out.writeEnd();
    }

    @Override
    public Object read(JsonValue json) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((JsonObject) json).forEach((key, each) -> map.put(key, content.read(each)));
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean isAbsent(Object value) {
        return ((Map<?, ?>) value).isEmpty();
    }

    @Override
    public Object absent() {
        return Map.of();
    }
}
