/// Values in the distinguished encoding of ASN.1 (X.690), as far as a signature container needs them.
enum DERText {
    static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag] + length(content.count) + content }

    static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, parts.flatMap(\.self)) }

    /// The parts of a set stand in the order of their bytes.
    static func set(_ parts: [[UInt8]], tag: UInt8 = 0x31) -> [UInt8] {
        value(tag, parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self))
    }

    static func integer(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var digits = Array(bytes.drop { $0 == 0 })
        if digits.isEmpty || digits[0] >= 0x80 { digits.insert(0, at: 0) }
        return value(0x02, digits)
    }

    static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }

    /// An object identifier, of which the first two numbers make one byte.
    static func identifier(_ numbers: [UInt]) -> [UInt8] {
        let rest = numbers.dropFirst(2).flatMap { number -> [UInt8] in
            var (digits, left): ([UInt8], UInt) = ([UInt8(number & 0x7F)], number >> 7)
            while left > 0 {
                digits.insert(UInt8(left & 0x7F) | 0x80, at: 0)
                left >>= 7
            }
            return digits
        }
        return value(0x06, [UInt8(numbers[0] * 40 + numbers[1])] + rest)
    }

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var (digits, left): ([UInt8], Int) = ([], count)
        while left > 0 {
            digits.insert(UInt8(left & 0xFF), at: 0)
            left >>= 8
        }
        return [0x80 | UInt8(digits.count)] + digits
    }
}
