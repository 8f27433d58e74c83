private import CPq
internal import Database

/// The rows of a result in text form, decoded by the type each column has on the server.
enum PostgresAnswer {
    /// What becomes of a column.
    private enum Decoding {
        case integer
        case real
        /// Exact when it has no fraction, as a sum of `BIGINT` does.
        case numeric
        case boolean
        case bytes
        case text

        init(_ type: Oid) {
            self =
                switch type {
                case 20, 21, 23, 26: .integer
                case 700, 701: .real
                case 1700: .numeric
                case 16: .boolean
                case 17: .bytes
                default: .text
                }
        }
    }

    static func rows(_ result: OpaquePointer, of statement: PostgresStatement) -> [Row] {
        let fields = PQnfields(result)
        guard fields > 0 else { return [] }
        let columns = columns(result, fields, statement)
        let decodings = (0..<fields).map { Decoding(PQftype(result, $0)) }
        let count = PQntuples(result)
        var rows: [Row] = []
        rows.reserveCapacity(Int(count))
        for row in 0..<count {
            let values = [SQLValue](unsafeUninitializedCapacity: Int(fields)) { buffer, initialized in
                for field in 0..<fields {
                    let value = value(result, row, field, decodings[Int(field)])
                    buffer.initializeElement(at: Int(field), to: value)
                }
                initialized = Int(fields)
            }
            rows.append(Row(columns: columns, values: values))
        }
        return rows
    }

    private static func columns(_ result: OpaquePointer, _ fields: Int32, _ statement: PostgresStatement) -> Columns {
        if let columns = statement.columns, columns.names.count == Int(fields) { return columns }
        let columns = Columns((0..<fields).map { PQfname(result, $0).map { String(cString: $0) } ?? "" })
        statement.columns = columns
        return columns
    }

    private static func value(_ result: OpaquePointer, _ row: Int32, _ field: Int32, _ decoding: Decoding) -> SQLValue {
        guard PQgetisnull(result, row, field) == 0, let start = PQgetvalue(result, row, field) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, field)))
        switch decoding {
        case .integer: return integer(bytes).map { .integer($0) } ?? text(bytes)
        case .real: return Double(string(bytes)).map { .real($0) } ?? text(bytes)
        case .numeric:
            if let value = integer(bytes) { return .integer(value) }
            return Double(string(bytes)).map { .real($0) } ?? text(bytes)
        case .boolean: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case .bytes: return .blob(unhex(bytes))
        case .text: return text(bytes)
        }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> SQLValue { .text(string(bytes)) }

    private static func string(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Returns `nil` for a fraction and for what does not fit.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        var value: Int64 = 0
        guard bytes.count > (isNegative ? 1 : 0) else { return nil }
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            let digit = Int64(byte) - 48
            guard (0...9).contains(digit) else { return nil }
            let (product, isTooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOver) = product.subtractingReportingOverflow(digit)
            guard !isTooBig, !isOver else { return nil }
            value = sum
        }
        // Gathered below zero, where one more number fits than above.
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// Decodes `\x00ff`.
    private static func unhex(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let count = max(0, (bytes.count - 2) / 2)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                buffer[index] = nibble(bytes[2 + 2 * index]) << 4 | nibble(bytes[3 + 2 * index])
            }
            initialized = count
        }
    }

    private static func nibble(_ byte: UInt8) -> UInt8 {
        byte < 58 ? byte &- 48 : (byte | 32) &- 87
    }
}
