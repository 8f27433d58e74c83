/// The places of a new code that counts on from those there are.
package struct CodeFrame: Hashable, Sendable {
    /// What stands before the serial number; codes with the same prefix share one series.
    package let prefix: String
    package let digits: Int
    package let suffix: String

    package func code(_ serial: Int) -> String? {
        let number = String(serial)
        guard serial > 0, number.count <= digits else { return nil }
        return prefix + String(repeating: "0", count: digits - number.count) + number + suffix
    }

    /// The serial number of a code with this prefix; `nil` for any other.
    package func serial(of code: String) -> Int? {
        guard code.hasPrefix(prefix) else { return nil }
        return Int(code.dropFirst(prefix.count).prefix(digits))
    }
}

extension CodeScheme {
    /// Returns the frame of the codes of one body's items of one category.
    ///
    /// - Parameters:
    ///   - category: what kind of power.
    ///   - letters: what stands for the item's local category; counts where the scheme has so many letters there.
    ///   - division: twelve digits.
    ///   - body: how the scheme writes the department or body.
    ///   - agency: the credit code of who exercises it.
    /// - Returns: `nil` where the scheme has no code for the category or needs another form of the body.
    package func frame(
        of category: PowerCategory,
        lettered letters: String? = nil,
        in division: String,
        body: String,
        agency: String
    ) -> CodeFrame? {
        let region = String(division.prefix(6))
        let pair = letters.flatMap { $0.count == 2 ? $0 : nil } ?? category.pinyinCode
        guard region.count == 6 else { return nil }
        switch self {
        case .nationalPower:
            guard let type = category.nationalCode, body.count == 2 else { return nil }
            return CodeFrame(prefix: region.prefix(2) + type + body, digits: 3, suffix: "000")
        case .sichuanPower, .sichuanItemKey:
            let letter = letters.flatMap { $0.count == 1 ? $0 : nil } ?? category.sichuanLetter.map { String($0) }
            let type = letter.map { "1\($0)" } ?? (category == .publicService ? "20" : nil)
            guard let type, body.count == 2 else { return nil }
            let key = self == .sichuanItemKey ? "-\(division)-000-\(agency)-1-00" : ""
            return CodeFrame(prefix: "51\(type)\(body)", digits: 3, suffix: "000\(key)")
        case .jiangsuPower:
            guard let type = pair, body.count == 2 else { return nil }
            return CodeFrame(prefix: "JS\(region)\(body)-\(type)-", digits: 4, suffix: "")
        case .hubeiPower:
            guard let type = pair, body.count == 3 else { return nil }
            return CodeFrame(prefix: "\(region)-\(body)-\(type)-", digits: 3, suffix: "-00")
        case .guizhouPower:
            return pair.map { CodeFrame(prefix: $0, digits: 5, suffix: "000") }
        case .creditCode, .organizationCode, .identityNumber, .division, .implementedPower, .handlingPower,
            .jiangsuCase:
            return nil
        }
    }
}

extension CodeScheme {
    /// Returns the code under which a body exercises an item that a standard defines: the standard's own code, and whose.
    ///
    /// - Parameters:
    ///   - standard: the code of the standard's item, in any form that holds the basic code of a power.
    ///   - division: twelve digits.
    ///   - agency: the credit code of who exercises it.
    /// - Returns: `nil` where the scheme gives implementations no code made of the standard's.
    /// - Source: GB/T 39554.1-2020 (credit code, level of exercise, basic code).
    package func code(implementing standard: String, in division: String, agency: String) -> String? {
        guard let power = CodeScheme.basicCode(in: standard), (try? CreditCode.parse(agency)) != nil else { return nil }
        switch self {
        case .nationalPower:
            return ExerciseLevel(ofDivision: division).map { "\(agency)\($0.rawValue)\(power)" }
        case .sichuanItemKey: return "\(power)-\(division)-000-\(agency)-1-00"
        case .creditCode, .organizationCode, .identityNumber, .division, .implementedPower, .handlingPower,
            .sichuanPower, .jiangsuPower, .hubeiPower, .guizhouPower, .jiangsuCase:
            return nil
        }
    }

    /// Returns the basic code (基本编码) within a code of an item; `nil` where there is none.
    package static func basicCode(in code: String) -> String? {
        if let power = (try? NationalPowerCode.parse(code))?.value { return power.text }
        if let power = (try? ImplementedPowerCode.parse(code))?.value.power { return power.text }
        return (try? SichuanItemKey.parse(code))?.value.power.text
    }
}
