package org.gridrollout.core.codec;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records are objects; absent fields are left out. Fields that this version does not know are ignored. */
final class RecordShape implements Shape {

    private final RecordAccess access;
    private final String[] names;
    private final Shape[] shapes;

    RecordShape(Class<?> type) {
        access = RecordAccess.of(type);
        RecordComponent[] components = access.components();
        names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        shapes = Arrays.stream(components)
                .map(each -> Shapes.of(each.getGenericType()))
                .toArray(Shape[]::new);
    }

    @Override
    public void write(JsonGenerator out, Object value) {
        out.writeStartObject();
        writeFields(out, value);
        out.writeEnd();
    }

    void writeFields(JsonGenerator out, Object value) {
        for (int i = 0; i < names.length; i++) {
            Object field = access.get(value, i);
            if (!shapes[i].isAbsent(field)) {
                out.writeKey(names[i]);
                shapes[i].write(out, field);
            }
        }
    }

    @Override
    public Object read(JsonValue json) {
        JsonObject object = (JsonObject) json;
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            JsonValue field = object.get(names[i]);
            values[i] = field == null ? absent(i) : shapes[i].read(field);
        }
        return access.make(values);
    }

    private Object absent(int index) {
        try {
            return shapes[index].absent();
        } catch (CodecException e) {
            throw new CodecException("field '" + names[index] + "' is missing", e);
        }
    }
}
