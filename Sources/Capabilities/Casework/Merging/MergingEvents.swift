package import EventLog
package import Kernel
package import TimeLimits

/// The case was taken into another that leads (并案); it is decided there.
///
/// - Source: 徐政办发〔2016〕80号 art. 30.
package struct CaseMerged: EventPayload {
    package static let type = "CaseFile.CaseMerged"
    /// The case that leads.
    package let leading: String
    package let leadingNumber: Open<String>
    package let reasons: Open<String>
    package let position: FlowPosition
}

/// Another case of the same party was taken into this one, with its evidence.
///
/// - Source: 徐政办发〔2016〕80号 art. 30.
package struct CaseTakenIn: EventPayload {
    package static let type = "CaseFile.CaseTakenIn"
    package let merged: String
    package let mergedNumber: Open<String>
    /// What the other case was about; the decision covers it too.
    package let clue: Personal<Clue>
    package let reasons: Open<String>
}

/// A matter of its own was taken out of the case, to be decided apart (分案).
///
/// - Source: 徐政办发〔2016〕80号 art. 30; Administrative Penalty Law (行政处罚法) art. 40 (each act with its facts).
package struct CaseSplit: EventPayload {
    package static let type = "CaseFile.CaseSplit"
    package let apart: String
    package let apartNumber: Open<String>
    /// The numbers, in this case, of the evidence that was copied along.
    package let evidence: [Int]
    package let reasons: Open<String>
}

/// From which case a matter was taken out, and the time that has run for it there.
package struct SplitOrigin: Hashable, Sendable, Codable {
    package let caseFile: String
    package let number: String
    /// When the act came to light: the first day on which evidence of it was obtained.
    package let foundOn: Day
    /// The day the case it comes from was filed; `nil` while that was not.
    package let filedOn: Day?
    package let prolongations: [Period]
    package let excluded: [ExcludedSpan]
}
