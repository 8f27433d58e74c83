/// The code of an administrative division, twelve digits, shorter ones padded with zeros.
///
/// Codes change with the divisions they name: an unknown code is a warning, since it may be newer or older than our list.
///
/// - Source: GB/T 2260 (six digits), GB/T 10114 (nine digits); twelve digits as statistics and service platforms write.
package struct DivisionCode: Code, Comparable, CustomStringConvertible {
    package enum Level: Int, Hashable, Sendable, Comparable {
        case nation
        case province
        case city
        case county
        case township
        case village

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

        package var chinese: String {
            switch self {
            case .nation: "国家"
            case .province: "省级"
            case .city: "市级"
            case .county: "县级"
            case .township: "乡级"
            case .village: "村级"
            }
        }
    }

    package let text: String

    package static func parse(_ text: some StringProtocol) throws(CodeFault) -> ParsedCode<DivisionCode> {
        guard [6, 9, 12].contains(text.count) else {
            throw CodeFault(.division, .wrongLength(expected: [6, 9, 12], found: text.count))
        }
        let read = try CodeText(text, .division, .places(text.count, .digit))
        let province = read[0..<2]
        let isKnown = province == "00" || provinces.contains(province)
        let code = DivisionCode(text: read.text + String(repeating: "0", count: 12 - text.count))
        return ParsedCode(code, warnings: isKnown ? [] : [.unknownProvince(province)])
    }

    package var level: Level {
        if text.part(9..<12) != "000" { return .village }
        if text.part(6..<9) != "000" { return .township }
        if text.part(4..<6) != "00" { return .county }
        if text.part(2..<4) != "00" { return .city }
        return text.part(0..<2) != "00" ? .province : .nation
    }

    /// The division one level up, by the digits; `nil` for the nation.
    package var parent: DivisionCode? {
        let kept: Int
        switch level {
        case .nation: return nil
        case .province: kept = 0
        case .city: kept = 2
        case .county: kept = 4
        case .township: kept = 6
        case .village: kept = 9
        }
        return DivisionCode(text: text.part(0..<kept) + String(repeating: "0", count: 12 - kept))
    }

    package var description: String { text }

    package static func < (left: DivisionCode, right: DivisionCode) -> Bool { left.text < right.text }

    package func warnings(in divisions: DivisionTable) -> [CodeWarning] {
        // The list ends at the county; below it only the county can be looked up.
        var listed = self
        while listed.level > .county, let parent = listed.parent { listed = parent }
        return listed.level == .nation || divisions.name(of: listed) != nil ? [] : [.unknownDivision(listed)]
    }

    package func segments(in divisions: DivisionTable) -> [CodeSegment] {
        var segments: [CodeSegment] = []
        var line: [DivisionCode] = [self]
        while let parent = line.first?.parent, parent.level > .nation { line.insert(parent, at: 0) }
        if level == .nation { return [CodeSegment(text, "国家", "中华人民共和国")] }
        var shown = 0
        for code in line {
            let end = [0, 2, 4, 6, 9, 12][code.level.rawValue]
            let name = divisions.name(of: code) ?? "未收录"
            segments.append(CodeSegment(text.part(shown..<end), code.level.chinese, name))
            shown = end
        }
        if shown < 12 { segments.append(CodeSegment(text.part(shown..<12), "补位", "无下级")) }
        return segments
    }

    /// The first two digits in use.
    static let provinces: Set<String> = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44",
        "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ]
}
