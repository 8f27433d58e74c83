/// What a letter is about: always an agency, often one of its items, sometimes one of its cases.
package struct LetterSubject: Hashable, Sendable, Codable {
    package let agency: String
    package let agencyName: String
    /// As 511602000000, for the reach of permissions.
    package let division: String
    package let item: Item?
    /// The identifier of the case; a person may be known by it, so it never leaves the internal section.
    package let caseFile: String?

    package struct Item: Hashable, Sendable, Codable {
        package let code: String
        package let name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    package init(agency: String, agencyName: String, division: String, item: Item?, caseFile: String?) {
        self.agency = agency
        self.agencyName = agencyName
        self.division = division
        self.item = item
        self.caseFile = caseFile
    }
}
