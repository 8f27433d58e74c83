/// The checksum of zip archives.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    /// Returns the checksum of the bytes, or of the whole when they follow what has the checksum `before`.
    static func of(_ bytes: [UInt8], after before: UInt32 = 0) -> UInt32 {
        ~bytes.reduce(~before) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
