/// The one text form of JSON: sorted by key in UTF-8 order, without white space, with the shortest escapes.
enum CanonicalText {
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() where mustEscape(byte) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                writeEscape(of: byte, to: &bytes)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func write(_ number: Int64, to bytes: inout [UInt8]) { bytes.append(contentsOf: String(number).utf8) }

    static func write(_ flag: Bool, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    static func writeNull(to bytes: inout [UInt8]) { bytes.append(contentsOf: "null".utf8) }

    static func writeArray<Element>(
        _ elements: [Element],
        to bytes: inout [UInt8],
        element: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, value) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element(value, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Sorts the members; of two with one key the later counts.
    static func writeObject<Value>(
        _ members: [(key: String, value: Value)],
        to bytes: inout [UInt8],
        value: (Value, inout [UInt8]) -> Void
    ) {
        let order = members.indices.sorted { left, right in
            precedes(members[left].key, members[right].key)
                || (left < right && members[left].key.utf8.elementsEqual(members[right].key.utf8))
        }
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (place, index) in order.enumerated() {
            let member = members[index]
            if place + 1 < order.count, members[order[place + 1]].key.utf8.elementsEqual(member.key.utf8) { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            value(member.value, &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: #"\u00"#.utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
