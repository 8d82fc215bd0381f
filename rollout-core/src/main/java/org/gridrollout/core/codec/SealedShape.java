package org.gridrollout.core.codec;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.HashMap;
import java.util.Map;

/** One of several records: an object that says which in its first field, {@code type}. */
final class SealedShape implements Shape {

    private static final String TYPE = "type";

    private final Class<?> type;
    private final Map<String, RecordShape> byName = new HashMap<>();

    SealedShape(Class<?> type) {
        this.type = type;
        collect(type);
    }

    private void collect(Class<?> sealed) {
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            if (each.isSealed()) {
                collect(each);
            } else {
                byName.put(each.getSimpleName(), new RecordShape(each));
            }
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        String name = value.getClass().getSimpleName();
        out.writeStartObject();
        out.write(TYPE, name);
        shape(name).writeFields(out, value);
        out.writeEnd();
    }

    @Override
    public Object read(JsonValue json) {
        JsonObject object = (JsonObject) json;
        return shape(object.getString(TYPE, "")).read(object);
    }

    private RecordShape shape(String name) {
        RecordShape shape = byName.get(name);
        if (shape == null) {
            throw new CodecException("'" + name + "' is no " + type.getSimpleName());
        }
        return shape;
    }
}
