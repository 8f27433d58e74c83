import Directory
import Kernel

/// The group that something stands out from, and the cases it rests on; drawn with the finding.
package struct Comparison: Hashable, Sendable, Codable {
    /// One of the group with its value.
    package struct Member: Hashable, Sendable, Codable {
        package let subject: FindingSubject
        /// What people call it, where the table knows; officers are looked up.
        package let name: String
        package let value: Int

        package init(_ subject: FindingSubject, name: String = "", value: Int) {
            self.subject = subject
            self.name = name
            self.value = value
        }
    }

    /// By which the same is not found twice; empty as long as it is a lead.
    package internal(set) var key = ""
    /// What the values of the group are, with their unit.
    package let measure: String
    /// The one that stands out first, then the greatest values; no more than are drawn.
    package let members: [Member]
    /// How many the group has.
    package let size: Int
    /// The cases it rests on, in the order of the table, each once.
    package let cases: [String]

    /// How many of a group are kept, and how many cases.
    private static let most = (members: 24, cases: 200)

    package init(_ measure: String, of subject: FindingSubject, among members: [Member], cases: [String]) {
        self.measure = measure
        let ordered = members.sorted { left, right in
            if (left.subject == subject) != (right.subject == subject) { return left.subject == subject }
            return (right.value, left.subject.text) < (left.value, right.subject.text)
        }
        self.members = Array(ordered.prefix(Comparison.most.members))
        size = ordered.count
        var seen: Set<String> = []
        self.cases = Array(cases.filter { seen.insert($0).inserted }.prefix(Comparison.most.cases))
    }
}

extension [Int] {
    /// The lower one of the two in the middle; 0 where there is none.
    var lowerMedian: Int { isEmpty ? 0 : sorted()[(count - 1) / 2] }
}

extension FindingSubject {
    static func person(_ officer: String) -> FindingSubject { .officer(Officer.ID(officer)) }
}
