package org.gridrollout.core.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.gridrollout.api.InvalidValueException;

/** A record type's accessors and canonical constructor. */
final class RecordAccess {

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private RecordAccess(Class<?> type, Constructor<?> constructor) {
        this.type = type;
        this.components = type.getRecordComponents();
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.constructor = constructor;
        if (type.getModule() == RecordAccess.class.getModule()) {
            constructor.setAccessible(true); // the core's own records need not be public
            Arrays.stream(accessors).forEach(each -> each.setAccessible(true));
        }
    }

    static RecordAccess of(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return new RecordAccess(type, type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // every record has it
        }
    }

    RecordComponent[] components() {
        return components.clone();
    }

    Object get(Object value, int index) {
        try {
            return accessors[index].invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidValueException invalid) {
                throw CodecException.of(invalid);
            }
            throw new CodecException("a " + type.getSimpleName() + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
