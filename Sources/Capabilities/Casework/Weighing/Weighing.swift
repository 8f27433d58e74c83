package import Discretion

/// Which circumstances of the item's discretion benchmark (裁量基准) an officer found, and how they lead to a penalty.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 34; 国办发〔2022〕27号.
package struct Weighing: Hashable, Sendable, Codable {
    /// The number of the benchmark's version that is applied.
    package let version: Int
    /// The violation's key in that version; `nil` when the benchmark knows none like it.
    package let situation: String?
    package let circumstances: [Circumstance]
    /// What the benchmark multiplies, in fen where it is money, else counted; `nil` where it multiplies nothing.
    package let base: Int64?
    /// Why the benchmark is not followed (调整适用的理由); empty when it is.
    package let departure: String

    package init(
        version: Int,
        situation: String?,
        circumstances: [Circumstance] = [],
        base: Int64? = nil,
        departure: String = ""
    ) {
        self.version = version
        self.situation = situation
        self.circumstances = circumstances
        self.base = base
        self.departure = departure
    }
}

/// What the benchmark said of a penalty, in words that stay readable when the benchmark has long changed.
package struct Weighed: Hashable, Sendable, Codable {
    /// What was stated, for the next form to begin with.
    package let weighing: Weighing
    /// The document that sets the benchmark: 《…裁量基准》.
    package let benchmark: String
    /// The violation in the benchmark's words; `nil` when it knows none like it.
    package let situation: String?
    /// The grade's name, as 较轻; `nil` without a violation.
    package let grade: String?
    package let direction: Grade.Direction?
    /// One sentence for each circumstance.
    package let reasons: [String]
    /// What the grade allows, measure by measure.
    package let measures: [String]
    /// In which points the penalty goes beyond or below that; empty when the benchmark is followed.
    package let departures: [String]

    /// Whether the benchmark is not followed, so that the head approves or the case is discussed collectively.
    package var isDeparting: Bool { !departures.isEmpty }

    /// Violation and grade in few words, the same for all cases weighed alike; `nil` without a violation.
    package var graded: String? {
        guard let situation, let grade else { return nil }
        return "\(situation)：\(grade)"
    }

    /// As a document says it.
    package var chinese: String {
        var text = "适用\(benchmark)"
        if let situation, let grade {
            text += "，“\(situation)”属“\(grade)”"
            if !reasons.isEmpty { text += "（\(reasons.joined(separator: "；"))）" }
            text += "，\(measures.joined(separator: "；"))"
        }
        guard isDeparting else { return text + "。" }
        return text + "。调整适用：\(departures.joined(separator: "；"))。理由：\(weighing.departure)"
    }
}
