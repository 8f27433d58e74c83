package import Casework
package import Kernel

/// What every document of a case says besides its own matter.
package struct CaseDocumentFacts: Hashable, Sendable {
    package let caseNumber: String
    package let item: ItemPin
    package let applicant: String
    package let receivedOn: Day
    /// The document's own number; empty for a paper of the file.
    package let number: String
    /// The day of the act that the document tells of.
    package let day: Day
    package let created: Instant
    /// Names of the materials that were handed in.
    package let materials: [String]
    /// The officer who did the act.
    package let officer: String
    /// The document that is served, for the receipt of service.
    package let served: String
    /// The government to which an administrative reconsideration is addressed.
    package let government: String
    /// Where anybody can check the document.
    package let checkAddress: String
    package let checkCode: String
    package let isDemonstration: Bool
    /// The code with which the other party of an adjudication follows the case; `nil` where there is no such party.
    package let respondentCode: String?
    /// What the case had come to by then.
    package let matter: CaseMatter
    /// The division's own words in the document; `nil` for as shipped.
    package let wording: DocumentWording?

    package init(
        caseNumber: String,
        item: ItemPin,
        applicant: String,
        receivedOn: Day,
        number: String,
        day: Day,
        created: Instant,
        materials: [String],
        officer: String,
        served: String,
        government: String,
        checkAddress: String,
        checkCode: String,
        isDemonstration: Bool,
        respondentCode: String? = nil,
        matter: CaseMatter,
        wording: DocumentWording? = nil
    ) {
        self.caseNumber = caseNumber
        self.item = item
        self.applicant = applicant
        self.receivedOn = receivedOn
        self.number = number
        self.day = day
        self.created = created
        self.materials = materials
        self.officer = officer
        self.served = served
        self.government = government
        self.checkAddress = checkAddress
        self.checkCode = checkCode
        self.isDemonstration = isDemonstration
        self.respondentCode = respondentCode
        self.matter = matter
        self.wording = wording
    }
}
