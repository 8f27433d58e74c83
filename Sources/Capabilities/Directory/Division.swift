/// A unit of administrative geography (行政区划).
package struct Division: Hashable, Sendable {
    package let code: Code
    package let name: String

    package init(code: Code, name: String) {
        self.code = code
        self.name = name
    }

    package enum Level: Int, Hashable, Comparable, Sendable, CaseIterable {
        case province = 2
        case city = 4
        case county = 6
        case township = 9
        case village = 12

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The code of a division as its significant digits, so that containment is a common beginning.
    ///
    /// Written with 6 digits down to the county, 9 for a township, 12 for a village; platforms pad all to 12.
    ///
    /// - Source: GB/T 2260, GB/T 10114; 行政区划管理条例 art. 17.
    package struct Code: Hashable, Comparable, Sendable {
        /// `51`, `5116`, `511602`, `511602001`, `511602001001`.
        package let digits: String

        /// Returns `nil` unless `text` is a code of 2, 4, 6, 9 or 12 digits that begins with a province.
        package init?(_ text: some StringProtocol) {
            let bytes = Array(text.utf8)
            guard [2, 4, 6, 9, 12].contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }), bytes[0] != 48
            else { return nil }
            digits = String(decoding: bytes.prefix(Code.significantCount(bytes)), as: UTF8.self)
        }

        package var level: Level { Level(rawValue: digits.utf8.count) ?? .village }

        /// The form of lists and addresses: 6 digits down to the county, else all.
        package var text: String { digits + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) }

        /// The form of service platforms: 12 digits.
        package var padded: String { digits + String(repeating: "0", count: 12 - digits.utf8.count) }

        /// The code of the level above; `nil` for a province.
        package var parent: Code? {
            Level.allCases.last { $0 < level }.flatMap { Code(String(digits.prefix($0.rawValue))) }
        }

        /// Tells whether `other` is this division or lies in it.
        package func contains(_ other: Code) -> Bool { other.digits.utf8.starts(with: digits.utf8) }

        package static func < (left: Code, right: Code) -> Bool { left.digits < right.digits }

        /// Groups of zeros at the end say "no such level".
        private static func significantCount(_ bytes: [UInt8]) -> Int {
            var count = bytes.count
            for (end, start) in [(12, 9), (9, 6), (6, 4), (4, 2)] where count == end {
                guard bytes[start..<end].allSatisfy({ $0 == 48 }) else { break }
                count = start
            }
            return count
        }
    }
}

extension Division.Code: CustomStringConvertible {
    package var description: String { text }
}

extension Division.Code: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = Division.Code(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a division's code, found \(text)")
            )
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Division.Code: ExpressibleByStringLiteral {
    /// For tests and tables in code; a literal that is no code stops the program where it is written.
    package init(stringLiteral text: String) {
        guard let code = Division.Code(text) else { preconditionFailure("not a division's code: \(text)") }
        self = code
    }
}
