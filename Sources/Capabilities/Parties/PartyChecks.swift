import Kernel

/// Checks what parties type about themselves before it becomes part of an event.
package enum PartyChecks {
    package static let greatestPersonName = 60
    package static let greatestOrganizationName = 200

    /// Returns the name without spaces around it.
    package static func name(_ text: String, greatest: Int) throws(PartiesError) -> String {
        let trimmed = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !trimmed.isEmpty, trimmed.count <= greatest, trimmed.utf8.count <= greatest * 8,
            !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .name(length: trimmed.count, greatest: greatest) }
        return trimmed
    }

    /// Returns the number with a capital X.
    ///
    /// - Source: GB 11643-1999.
    package static func identityNumber(_ text: String) throws(PartiesError) -> String {
        let number = text.uppercased()
        let bytes = Array(number.utf8)
        guard bytes.count == 18, bytes.prefix(17).allSatisfy({ (48...57).contains($0) }),
            (48...57).contains(bytes[17]) || bytes[17] == UInt8(ascii: "X")
        else { throw .identityNumber(.form) }
        let date = String(decoding: bytes[6..<14], as: UTF8.self)
        guard Day("\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))") != nil else {
            throw .identityNumber(.birthDay)
        }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        let expected = Array("10X98765432".utf8)[sum % 11]
        guard expected == bytes[17] else {
            throw .identityNumber(.checkDigit(expected: String(decoding: [expected], as: UTF8.self)))
        }
        return number
    }

    /// Returns the number without spaces and hyphens.
    package static func mobile(_ text: String) throws(PartiesError) -> String {
        let digits = text.filter { $0 != " " && $0 != "-" }
        let bytes = Array(digits.utf8)
        guard bytes.count == 11, bytes.allSatisfy({ (48...57).contains($0) }), bytes[0] == UInt8(ascii: "1"),
            bytes[1] >= UInt8(ascii: "3")
        else { throw .mobile }
        return digits
    }

    /// Returns the code in capitals; its check digit is not looked at, since wrong ones were issued.
    ///
    /// - Source: GB 32100-2015.
    package static func creditCode(_ text: String) throws(PartiesError) -> String {
        let code = text.uppercased()
        let alphabet = Set("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
        guard code.utf8.count == 18, code.utf8.allSatisfy({ alphabet.contains($0) }) else { throw .creditCode }
        return code
    }
}
