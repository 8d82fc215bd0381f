package org.gridrollout.filesystem.rpm;

import java.util.BitSet;

/**
 * What type the format fixes for which tag of the main header. rpm refuses a package that breaks this anywhere, also in tags
 * nobody asks for, so such a package could be published but not installed.
 */
final class TagTypes {

    private static final BitSet NUMBERS_16 = tags(1030, 1033);
    private static final BitSet NUMBERS_64 = tags(271, 5008, 5009, 5112, 5113);
    private static final BitSet NUMBERS_32 = tags(
            1003, 1006, 1008, 1009, 1028, 1034, 1037, 1045, 1046, 1048, 1051, 1052, 1053, 1068, 1069, 1080, 1095, 1096,
            1106, 1112, 1114, 1116, 1119, 1140, 1141, 1143, 1144, 1145, 1158, 1161, 5011, 5020, 5021, 5022, 5023, 5024,
            5025, 5026, 5027, 5032, 5033, 5037, 5048, 5051, 5054, 5057, 5068, 5070, 5093, 5114, 5115);
    private static final BitSet BYTES = tags(1012, 1013, 1043, 1146);
    private static final BitSet TEXTS = tags(
            100, 1000, 1001, 1002, 1004, 1005, 1007, 1010, 1011, 1014, 1015, 1016, 1018, 1019, 1020, 1021, 1022, 1023,
            1024, 1025, 1026, 1027, 1035, 1036, 1039, 1040, 1044, 1047, 1049, 1050, 1054, 1055, 1059, 1060, 1061, 1062,
            1064, 1065, 1066, 1067, 1079, 1081, 1082, 1085, 1086, 1087, 1088, 1089, 1090, 1091, 1092, 1094, 1097, 1098,
            1113, 1115, 1117, 1118, 1120, 1121, 1122, 1123, 1124, 1125, 1126, 1131, 1132, 1142, 1147, 1151, 1152, 1153,
            1154, 1155, 1156, 1157, 1159, 1160, 5010, 5012, 5034, 5035, 5036, 5046, 5047, 5049, 5050, 5052, 5053, 5055,
            5056, 5062, 5092, 5097, 5099, 5116);

    private TagTypes() {}

    /** Whether a value of that type may stand under that tag; tags not known here may hold anything. */
    static boolean fits(HeaderEntry entry) {
        int tag = entry.tag();
        if (TEXTS.get(tag)) { // packages differ harmlessly in which of the three kinds of text they use
            return ValueType.width(entry.type()) == 0;
        } else if (NUMBERS_32.get(tag)) {
            return entry.type() == ValueType.INT32;
        } else if (NUMBERS_16.get(tag)) {
            return entry.type() == ValueType.INT16;
        } else if (NUMBERS_64.get(tag)) {
            return entry.type() == ValueType.INT64;
        }
        return !BYTES.get(tag) || entry.type() == ValueType.BIN;
    }

    private static BitSet tags(int... tags) {
        BitSet set = new BitSet();
        for (int tag : tags) {
            set.set(tag);
        }
        return set;
    }
}
