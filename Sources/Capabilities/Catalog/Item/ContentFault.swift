import Codes
import Kernel

/// Why a draft cannot be submitted, one fault a field.
package struct ContentFault: Hashable, Sendable, Codable {
    package let field: ItemField
    package let expected: String
    package let found: String

    package init(_ field: ItemField, expected: String, found: String) {
        self.field = field
        self.expected = expected
        self.found = found
    }
}

extension ItemContent {
    /// Returns what stands between the draft and its confirmation; empty when nothing does.
    ///
    /// Every item names its agency and rests on a basis; a license also states limit, conditions, materials, fee and
    /// remedies, because the law wants them published.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 24, 30; Administrative Penalty Law (行政处罚法) art. 20;
    ///   优化营商环境条例 art. 36 (a promise only shortens).
    package var faults: [ContentFault] {
        let demanded: [ItemField] =
            [.code, .name, .agency, .bases] + (category == .license ? ItemContent.ofLicense : [])
        var faults = demanded.filter { !isStated($0) }.map {
            ContentFault($0, expected: "已填写", found: ItemField.unstated)
        }
        faults += textFaults
        if exercise?.source?.isEntrusted == true, exercise?.entrustedBy == nil {
            faults.append(ContentFault(.exercise, expected: "写明委托部门（行政许可法§24、行政处罚法§20）", found: ItemField.unstated))
        }
        if let fault = limitFault { faults.append(fault) }
        faults += form?.faults ?? []
        if let materials, let twice = ItemContent.firstTwice(materials.map(\.name)) {
            faults.append(ContentFault(.materials, expected: "各项材料的名称不重复", found: twice))
        }
        return faults
    }

    package static let longestName = 1000
    package static let longestCode = 100

    private static let ofLicense: [ItemField] = [
        .statutoryLimit, .promisedLimit, .conditions, .materials, .fee, .remedies,
    ]

    private var textFaults: [ContentFault] {
        var faults: [ContentFault] = []
        if name.count > ItemContent.longestName {
            let found = "\(name.count) 个字"
            faults.append(ContentFault(.name, expected: "不超过 \(ItemContent.longestName) 个字", found: found))
        }
        if code.count > ItemContent.longestCode {
            let found = "\(code.count) 个字"
            faults.append(ContentFault(.code, expected: "不超过 \(ItemContent.longestCode) 个字", found: found))
        }
        return faults
    }

    private var limitFault: ContentFault? {
        guard let promised = promisedLimit, let statutory = statutoryLimit?.period else { return nil }
        let expected = "不超过\(statutory.chinese)"
        guard promised.isComparable(with: statutory) else {
            return ContentFault(.promisedLimit, expected: "\(expected)，单位相同", found: promised.chinese)
        }
        return promised.count <= statutory.count
            ? nil : ContentFault(.promisedLimit, expected: expected, found: promised.chinese)
    }

    private static func firstTwice(_ texts: [String]) -> String? {
        var seen: Set<String> = []
        return texts.first { !seen.insert($0).inserted }
    }
}

extension Period {
    /// A promise in calendar days of no more than as many working days is shorter as well.
    fileprivate func isComparable(with other: Period) -> Bool {
        unit == other.unit || (unit == .calendarDay && other.unit == .workingDay)
    }
}
