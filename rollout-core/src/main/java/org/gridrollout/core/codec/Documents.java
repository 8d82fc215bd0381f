package org.gridrollout.core.codec;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;

/**
 * Canonical JSON for the API's records: fields in the order they are declared, nothing absent written, sets sorted, no
 * white space. Equal values give equal texts, so that a document can be compared and hashed. Thread-safe.
 */
public final class Documents {

    // Looked up once: the lookup reads service files.
    private static final JsonProvider JSON = JsonProvider.provider();

    private Documents() {}

    /**
     * The value's text.
     *
     * @param type a record, or a sealed interface of records
     */
    public static <T> String write(Class<T> type, T value) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            Shapes.of(type).write(generator, value);
        }
        return text.toString();
    }

    /**
     * The value of that text.
     *
     * @throws CodecException if the text is no such value
     */
    public static <T> T read(Class<T> type, String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return type.cast(Shapes.of(type).read(reader.readValue()));
        } catch (JsonException | ClassCastException e) {
            throw new CodecException("Not a readable " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
