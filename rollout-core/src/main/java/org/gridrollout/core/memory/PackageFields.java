package org.gridrollout.core.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.software.SoftwarePackage;

/** The fields of one package file; each is taken once, and what is left over is a mistake. Throws IllegalArgumentException. */
final class PackageFields {

    private final Properties fields;

    PackageFields(Properties fields) {
        this.fields = fields;
    }

    SoftwarePackage toPackage(Sha256 sha256, long size) {
        SoftwarePackage read = new SoftwarePackage(
                new Nevra(required("name"), evr(), required("arch")),
                sha256,
                size,
                optional("summary", ""),
                optional("source", ""),
                capabilities("provides"),
                capabilities("requires"),
                capabilities("conflicts"),
                capabilities("obsoletes"),
                capabilities("recommends"),
                capabilities("suggests"),
                capabilities("supplements"),
                capabilities("enhances"),
                list("files"),
                Optional.empty()); // who signed it is not the file's to say
        if (!fields.isEmpty()) {
            throw new IllegalArgumentException("unknown fields " + new TreeSet<>(fields.stringPropertyNames()));
        }
        return read;
    }

    private Evr evr() {
        String epoch = optional("epoch", "0");
        try {
            return new Evr(Long.parseLong(epoch), required("version"), optional("release", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("epoch must be a number, was '" + epoch + "'", e);
        }
    }

    private List<Capability> capabilities(String name) {
        return list(name).stream().map(CapabilityText::parse).toList();
    }

    private List<String> list(String name) {
        List<String> values = new ArrayList<>();
        while (fields.containsKey(name + "." + (values.size() + 1))) {
            values.add(required(name + "." + (values.size() + 1)));
        }
        return values;
    }

    private String required(String name) {
        if (!fields.containsKey(name)) {
            throw new IllegalArgumentException("field '" + name + "' is missing");
        }
        return optional(name, "");
    }

    private String optional(String name, String otherwise) {
        Object value = fields.remove(name);
        return value == null ? otherwise : value.toString();
    }
}
