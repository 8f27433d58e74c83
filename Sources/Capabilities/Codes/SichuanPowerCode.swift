/// The code of a power item in Sichuan, in the three forms published items carry.
///
/// The standard of 2011 (四川省行政权力业务事项编码规则) is not at hand: what is marked inferred is read off items.
package enum SichuanPowerCode: Code {
    /// `511Z07001006`: the national layout with a letter in the type.
    case twelve(NationalPowerCode)
    /// `511A0138600000`: 51, two type, five main item, five sub-item (the split is inferred).
    case fourteen(String)
    /// `G-000007-001`: type letter, six main item, three sub-item (inferred).
    case lettered(String)

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<SichuanPowerCode> {
        if text.contains("-") { return try parseLettered(text) }
        switch text.count {
        case 12:
            let power = try NationalPowerCode.parse(text, as: .sichuanPower)
            try requireSichuan(text)
            return ParsedCode(.twelve(power.value), warnings: power.warnings)
        case 14:
            let places: [CodeFault.CharacterClass] = .places(3, .digit) + .places(1, .digitOrLetter)
            let read = try CodeText(text, .sichuanPower, places + .places(10, .digit))
            try requireSichuan(text)
            return checked(.fourteen(read.text), read.warnings)
        default:
            throw CodeFault(.sichuanPower, .wrongLength(expected: [12, 14], found: text.count))
        }
    }

    private static func parseLettered(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<SichuanPowerCode> {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            throw CodeFault(.sichuanPower, .wrongSegmentCount(expected: [3], found: parts.count))
        }
        let places: [(String, [CodeFault.CharacterClass])] = [
            (CodeSegment.category, .places(1, .letter)), ("主项", .places(6, .digit)), ("子项", .places(3, .digit)),
        ]
        var texts: [String] = []
        var warnings: [CodeWarning] = []
        for (index, (name, classes)) in places.enumerated() {
            let read = try segment(index + 1, name, of: .sichuanPower) { () throws(CodeFault) in
                try CodeText(parts[index], .sichuanPower, classes)
            }
            texts.append(read.text)
            warnings += read.warnings
        }
        return checked(.lettered(texts.joined(separator: "-")), warnings)
    }

    private static func checked(_ code: SichuanPowerCode, _ warnings: [CodeWarning]) -> ParsedCode<SichuanPowerCode> {
        ParsedCode(code, warnings: warnings + (code.category == nil ? [.unknownCategory(code.type)] : []))
    }

    private static func requireSichuan(_ text: some StringProtocol) throws(CodeFault) {
        for (place, (character, expected)) in zip(text, "51").enumerated() where character != expected {
            let rule = CodeFault.Rule.wrongCharacter(position: place + 1, expected: .sichuan, found: character)
            throw CodeFault(.sichuanPower, rule)
        }
    }

    package var text: String {
        switch self {
        case .twelve(let power): power.text
        case .fourteen(let text), .lettered(let text): text
        }
    }

    package var type: String {
        switch self {
        case .twelve, .fourteen: text.part(2..<4)
        case .lettered: text.part(0..<1)
        }
    }

    package var category: PowerCategory? {
        switch self {
        case .twelve(let power): power.category
        case .fourteen: PowerCategory(sichuanType: type)
        case .lettered: type.first.flatMap(PowerCategory.init(sichuanLetter:))
        }
    }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        let meaning = category?.chinese ?? "含义未确定"
        switch self {
        case .twelve(let power): return power.segments(in: divisions)
        case .fourteen:
            let (main, sub) = (text.part(4..<9), text.part(9..<14))
            return [
                CodeSegment("51", "省份", "四川省"), CodeSegment(type, CodeSegment.category, meaning),
                CodeSegment(main, "主项", "第\(main)号主项（分段据实例推定）"),
                CodeSegment(sub, "子项", sub == "00000" ? "无子项" : "第\(sub)号子项（分段据实例推定）"),
            ]
        case .lettered:
            let (main, sub) = (text.part(2..<8), text.part(9..<12))
            return [
                CodeSegment(type, CodeSegment.category, meaning), CodeSegment(main, "主项", "第\(main)号主项（分段据实例推定）"),
                CodeSegment(sub, "子项", "第\(sub)号子项（分段据实例推定）"),
            ]
        }
    }
}
