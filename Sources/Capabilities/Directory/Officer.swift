package import Kernel

/// A person who acts for an agency from a post (执法人员).
///
/// Name and certificates are published by law, so they are not kept as personal sections.
///
/// - Source: 聊政办发〔2017〕74号 annex 3.
package struct Officer: Hashable, Sendable {
    package typealias ID = Identifier<Officer>

    package let id: ID
    package let name: String
    /// The agency that employs the officer; `nil` for the time after leaving.
    package var agency: Timeline<Agency.ID?>
    /// In the order of issue.
    package var certificates: [Certificate]

    package init(id: ID, name: String, agency: Timeline<Agency.ID?>, certificates: [Certificate]) {
        self.id = id
        self.name = name
        self.agency = agency
        self.certificates = certificates
    }

    package func agency(on day: Day) -> Agency.ID? {
        agency.value(on: day) ?? nil
    }

    package func certificate(_ number: Certificate.Number) -> Certificate? {
        certificates.first { $0.number == number }
    }
}
