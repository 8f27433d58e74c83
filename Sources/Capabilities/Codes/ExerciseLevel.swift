/// The level of government that exercises a power, the 19th character of an implemented code.
///
/// - Source: GB/T 39554.1-2020 (行使层级).
package enum ExerciseLevel: Int, Hashable, Sendable, Codable, CaseIterable {
    case nation = 1
    case province
    case city
    case county
    case township
    case village

    package var chinese: String {
        switch self {
        case .nation: "国家级"
        case .province: "省级"
        case .city: "市级"
        case .county: "县级"
        case .township: "镇（乡、街道）级"
        case .village: "村（社区）级"
        }
    }

    /// The level of a division, by the digits its code uses; `nil` without twelve digits.
    package init?(ofDivision code: String) {
        let digits = Array(code)
        guard digits.count == 12, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let ends: [(level: ExerciseLevel, end: Int)] = [
            (.nation, 0), (.province, 2), (.city, 4), (.county, 6), (.township, 9), (.village, 12),
        ]
        guard let found = ends.first(where: { digits[$0.end...].allSatisfy { $0 == "0" } }) else { return nil }
        self = found.level
    }

    /// Reads `4`, 县级 or 县.
    package init?(named text: String) {
        let found =
            Int(text).flatMap(ExerciseLevel.init(rawValue:))
            ?? ExerciseLevel.allCases.first { $0.chinese == text || $0.chinese == text + "级" }
        guard let found else { return nil }
        self = found
    }
}
