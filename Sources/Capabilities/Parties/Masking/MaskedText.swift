import Codes
import Kernel

/// Finds the numbers of people in free text and hides them.
///
/// Identity numbers go entirely, mobile numbers keep seven digits, accounts the last four. Credit codes, document
/// numbers, days and amounts stay. Numbers written with full-width digits, blanks or hyphens are found as well.
///
/// - Source: 行政处罚结果信息网上公示暂行办法 (addresses, contacts, identity numbers, accounts are hidden).
package enum MaskedText {
    package static let identityNumber = "（身份证件号码略）"

    package static func numbers(in text: String) -> String { numbersAndReasons(in: text).text }

    /// Returns the text without numbers of people, and which kinds of them were found.
    static func numbersAndReasons(in text: String) -> (text: String, reasons: Set<MaskReason>) {
        var masked = ""
        var reasons: Set<MaskReason> = []
        var rest = Substring(text)
        while let first = rest.first {
            guard isWordCharacter(first) else {
                masked.append(first)
                rest.removeFirst()
                continue
            }
            let word = run(rest)
            masked += replacement(of: word, &reasons)
            rest = rest[word.endIndex...]
        }
        return (masked, reasons)
    }

    /// The longest run of letters and digits from the start, single blanks or hyphens between digits included.
    private static func run(_ text: Substring) -> Substring {
        var end = text.startIndex
        while end < text.endIndex {
            let next = text.index(after: end)
            if isWordCharacter(text[end]) {
                end = next
            } else if isSeparator(text[end]), end > text.startIndex, digit(text[text.index(before: end)]) != nil,
                next < text.endIndex, digit(text[next]) != nil
            {
                end = next
            } else {
                break
            }
        }
        return text[..<end]
    }

    private static func replacement(of word: Substring, _ reasons: inout Set<MaskReason>) -> String {
        if let hidden = hidden(compact(word), &reasons) { return hidden }
        let parts = word.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
        guard parts.count > 1 else { return String(word) }
        var replaced = ""
        var index = word.startIndex
        for part in parts {
            if part.startIndex > index { replaced += word[index..<part.startIndex] }
            replaced += hidden(compact(part), &reasons) ?? String(part)
            index = part.endIndex
        }
        return replaced
    }

    private static func hidden(_ word: String, _ reasons: inout Set<MaskReason>) -> String? {
        let digits = word.hasSuffix("X") ? word.dropLast() : word[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }), let reason = reason(word) else {
            return nil
        }
        reasons.insert(reason)
        return switch reason {
        case .identityNumber: identityNumber
        case .contact: Masking.mobile(word)
        case .account, .name, .bystander, .address, .vehicle, .tradeSecret, .privacy: Masking.bankAccount(word)
        }
    }

    /// What a number of digits only, or with a final X, is.
    private static func reason(_ word: String) -> MaskReason? {
        switch word.count {
        case 18:
            if (try? IdentityNumber.parse(word)) != nil { return .identityNumber }
            guard let code = try? CreditCode.parse(word), code.warnings.isEmpty else { return .account }
            return nil
        case 15 where isOldIdentityNumber(word): return .identityNumber
        case 11 where word.hasPrefix("1") && !word.hasPrefix("10") && !word.hasPrefix("11") && !word.hasPrefix("12"):
            return .contact
        case 16...19: return .account
        default: return nil
        }
    }

    /// The numbers of fifteen digits that were given before 1999 hold the year of birth in two digits.
    private static func isOldIdentityNumber(_ word: String) -> Bool {
        let digits = Array(word)
        guard digits.allSatisfy(\.isNumber) else { return false }
        return Day("19\(String(digits[6..<8]))-\(String(digits[8..<10]))-\(String(digits[10..<12]))") != nil
    }

    private static func compact(_ word: Substring) -> String {
        word.reduce(into: "") { plain, character in
            if let digit = digit(character) {
                plain.append(String(digit))
            } else if isWideX(character) {
                plain.append("X")
            } else if !isSeparator(character) {
                plain.append(contentsOf: character.uppercased())
            }
        }
    }

    private static func digit(_ character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0x30...0x39: return Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
        default: return nil
        }
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        digit(character) != nil || (character.isASCII && character.isLetter) || isWideX(character)
    }

    private static func isWideX(_ character: Character) -> Bool { character == "Ｘ" || character == "ｘ" }

    private static func isSeparator(_ character: Character) -> Bool { character == "-" || character == " " }
}
