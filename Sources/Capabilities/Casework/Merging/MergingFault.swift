package import Kernel

/// Why cases are not merged, or one is not split.
///
/// - Source: 徐政办发〔2016〕80号 art. 30; Administrative Penalty Law (行政处罚法) art. 29, 44, 60.
package enum MergingFault: Hashable, Sendable {
    case itself
    /// Whoever applies is answered on each application.
    case onApplication
    case otherItem(expected: String, found: String)
    case otherParty
    /// The party was told what is proposed; what changes after that is told anew first.
    case toldAlready
    /// The case named would have to lead: its time began earlier.
    case leadsLater(String)
    case noSuchEvidence(Int)
    /// An act of that day stays in the case; one act is not fined twice.
    case sameAct(Day)
}
