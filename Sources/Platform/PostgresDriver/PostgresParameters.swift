internal import Database

/// The parameters of one statement in the form libpq reads: one arena, reused from statement to statement.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    /// Where each parameter begins in `bytes`; -1 for NULL.
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    /// 0 text, 1 binary.
    private var formats: [Int32] = []
    private var pointers: [UnsafePointer<CChar>?] = []

    /// Replaces all parameters.
    ///
    /// - Throws: `DatabaseError.statement` for text with a NUL, for which PostgreSQL has no place, and for a number
    ///   that is none, for which SQLite has none.
    mutating func fill(_ values: [SQLValue]) throws(DatabaseError) {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for value in values { try append(value) }
    }

    private mutating func append(_ value: SQLValue) throws(DatabaseError) {
        let start = bytes.count
        var format: Int32 = 0
        switch value {
        case .null:
            offsets.append(-1)
            lengths.append(0)
            formats.append(0)
            return
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .real(let value):
            guard !value.isNaN else { throw .statement("a parameter is not a number") }
            bytes.append(contentsOf: String(value).utf8)
        case .text(let value):
            bytes.append(contentsOf: value.utf8)
            guard !bytes[start...].contains(0) else { throw .statement("a text parameter holds a NUL") }
        case .blob(let value):
            bytes.append(contentsOf: value)
            format = 1
        }
        offsets.append(start)
        lengths.append(Int32(clamping: bytes.count - start))
        formats.append(format)
        // A parameter in text form ends with a NUL.
        bytes.append(0)
    }

    /// Calls `body` with number, values, lengths and formats; the pointers are valid only inside.
    mutating func withPointers<Answer>(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Answer
    ) -> Answer {
        pointers.removeAll(keepingCapacity: true)
        return bytes.withUnsafeBytes { arena in
            for offset in offsets {
                pointers.append(
                    offset < 0 ? nil : arena.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
                )
            }
            return pointers.withUnsafeBufferPointer { values in
                body(Int32(values.count), values.baseAddress, lengths, formats)
            }
        }
    }
}
