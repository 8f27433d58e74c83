/// The one text form of JSON: sorted by key in UTF-8 order, without white space, with the shortest escapes.
enum CanonicalText {
    static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where mustEscape(utf8[index]) {
                let byte = utf8[index]
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                writeEscape(of: byte, to: &bytes)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func write(_ number: Int64, to bytes: inout [UInt8]) {
        var text = String(number)
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

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
        _ members: inout [(key: String, value: Value)],
        to bytes: inout [UInt8],
        value: (Value, inout [UInt8]) -> Void
    ) {
        sort(&members)
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for index in members.indices {
            let isRepeated = index + 1 < members.count && compare(members[index].key, members[index + 1].key) == 0
            if isRepeated { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(members[index].key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            value(members[index].value, &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// By insertion, which keeps the order of equal keys: most objects are small, and records often sorted already.
    private static func sort<Value>(_ members: inout [(key: String, value: Value)]) {
        guard members.count <= 64 else {
            let order = members.indices.sorted { left, right in
                let order = compare(members[left].key, members[right].key)
                return order == 0 ? left < right : order < 0
            }
            members = order.map { members[$0] }
            return
        }
        for index in members.indices.dropFirst() {
            var place = index
            while place > 0, compare(members[place - 1].key, members[place].key) > 0 {
                members.swapAt(place - 1, place)
                place -= 1
            }
        }
    }

    /// Below zero, zero or above it, as the UTF-8 bytes of `left` stand before, with or behind those of `right`.
    private static func compare(_ left: String, _ right: String) -> Int {
        var (left, right) = (left, right)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                for (one, other) in zip(left, right) where one != other { return Int(one) - Int(other) }
                return left.count - right.count
            }
        }
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
