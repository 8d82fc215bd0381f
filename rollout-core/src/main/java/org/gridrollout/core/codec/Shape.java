package org.gridrollout.core.codec;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/** How values of one type look in JSON. */
interface Shape {

    void write(JsonGenerator out, Object value);

    Object read(JsonValue json);

    /** Whether a record leaves the value out, and reads it back as {@link #absent()}. */
    default boolean isAbsent(Object value) {
        return false;
    }

    /** What a field that is not there means. */
    default Object absent() {
        throw new CodecException("a field is missing");
    }
}
