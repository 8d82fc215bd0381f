package org.gridrollout.core.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridrollout.api.verdict.Finding;
import org.gridrollout.api.verdict.Verdict;

/** Finds the shape of a type, once per type. */
final class Shapes {

    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static Shape of(Type type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = make(type); // not computeIfAbsent: shapes are made of shapes
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return ScalarShape.ofText(text -> text, Object::toString);
        } else if (raw == Instant.class) {
            return ScalarShape.ofText(Instant::parse, Object::toString);
        } else if (raw == Duration.class) {
            return ScalarShape.ofText(Duration::parse, Object::toString);
        } else if (raw == long.class) {
            return ScalarShape.LONG;
        } else if (raw == int.class) {
            return ScalarShape.INT;
        } else if (raw == double.class) {
            return ScalarShape.DOUBLE;
        } else if (raw == boolean.class) {
            return ScalarShape.BOOLEAN;
        } else if (raw.isEnum()) {
            return ScalarShape.ofEnum(raw);
        } else if (raw == Finding.class) {
            return new FindingShape();
        } else if (raw == Verdict.class) {
            return new VerdictShape();
        } else if (raw.isSealed()) {
            return new SealedShape(raw);
        } else if (raw.isRecord()) {
            RecordComponent[] components = raw.getRecordComponents();
            return components.length == 1 && components[0].getType() == String.class
                    ? ScalarShape.ofWrapper(raw)
                    : new RecordShape(raw);
        }
        throw new IllegalArgumentException("no JSON shape for " + type);
    }

    private static Shape container(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return new OptionalShape(of(arguments[0]));
        } else if (raw == List.class) {
            return new ListShape(of(arguments[0]));
        } else if (raw == Set.class) {
            return new SetShape(of(arguments[0]));
        } else if (raw == Map.class && arguments[0] == String.class) {
            return new MapShape(of(arguments[1]));
        }
        throw new IllegalArgumentException("no JSON shape for " + raw);
    }
}
