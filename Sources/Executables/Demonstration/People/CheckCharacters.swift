/// Check characters for codes that are made up; `Codes` only reads and never makes any.
enum CheckCharacters {
    /// The last character of an identity number.
    ///
    /// - Source: GB 11643-1999.
    static func identity(_ body: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + value($1.0) * $1.1 }
        return String(Array("10X98765432")[sum % 11])
    }

    /// The last character of an organization code.
    ///
    /// - Source: GB 11714-1997.
    static func organization(_ body: String) -> String {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + value($1.0) * $1.1 }
        return String(Array("0X987654321")[sum % 11])
    }

    /// The last character of a unified social credit code.
    ///
    /// - Source: GB 32100-2015.
    static func credit(_ body: String) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        var weight = 1
        var sum = 0
        for character in body {
            sum += weight * (alphabet.firstIndex(of: character) ?? 0)
            weight = weight * 3 % 31
        }
        return String(alphabet[(31 - sum % 31) % 31])
    }

    /// Digits count themselves, letters from 10.
    private static func value(_ character: Character) -> Int {
        character.wholeNumberValue ?? (Int(character.asciiValue ?? 65) - 55)
    }
}

extension Int {
    /// The number with zeros before it up to `width` digits.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
