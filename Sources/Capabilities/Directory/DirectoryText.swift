import Codes

/// Checks a text before it becomes part of an event.
enum DirectoryText {
    static let greatestName = 200

    /// Returns the text without spaces around it.
    static func checked(
        _ text: String,
        _ field: String,
        greatest: Int = greatestName
    ) throws(DirectoryError) -> String {
        let trimmed = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !trimmed.isEmpty, trimmed.count <= greatest, trimmed.utf8.count <= greatest * 8,
            !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .text(field: field, length: trimmed.count, greatest: greatest) }
        return trimmed
    }

    /// Returns the profile with every text checked.
    ///
    /// The check digit of the code is not looked at: real lists hold codes that were issued wrong.
    static func checked(_ profile: Agency.Profile) throws(DirectoryError) -> Agency.Profile {
        var checked = profile
        do throws(CodeFault) {
            checked.code = try CreditCode.parse(profile.code).value.text
        } catch {
            throw .creditCode(error)
        }
        checked.name = try self.checked(profile.name, "name")
        checked.shortName = try self.checked(profile.shortName, "shortName")
        if let phone = profile.phone { checked.phone = try self.checked(phone, "phone", greatest: 60) }
        if let address = profile.address { checked.address = try self.checked(address, "address") }
        if let line = profile.complaintLine {
            checked.complaintLine = try self.checked(line, "complaintLine", greatest: 60)
        }
        if let subject = profile.subject { checked.subject = try self.checked(subject) }
        try checked.requireEntrustment()
        return checked
    }

    private static func checked(_ subject: AgencySubject) throws(DirectoryError) -> AgencySubject {
        var checked = subject
        if let name = subject.legalRepresentative {
            checked.legalRepresentative = try self.checked(name, "legalRepresentative", greatest: 60)
        }
        if let duties = subject.duties { checked.duties = try self.checked(duties, "duties", greatest: 4_000) }
        if let letter = subject.entrustment {
            _ = try self.checked(letter.entrustedBy, "entrustedBy")
            _ = try self.checked(letter.letter, "letter")
            _ = try self.checked(letter.matters, "matters", greatest: 4_000)
        }
        return checked
    }

    static func checked(_ charter: PostCharter) throws(DirectoryError) -> PostCharter {
        var checked = charter
        for power in charter.powers { _ = try self.checked(power.name, "power") }
        if let duties = charter.duties { checked.duties = try self.checked(duties, "duties", greatest: 4_000) }
        if let standards = charter.standards {
            checked.standards = try self.checked(standards, "standards", greatest: 4_000)
        }
        if let indicators = charter.indicators {
            checked.indicators = try self.checked(indicators, "indicators", greatest: 4_000)
        }
        if let liability = charter.liability {
            _ = try self.checked(liability.content, "liability", greatest: 4_000)
        }
        if let months = charter.longestStayMonths, !(1...240).contains(months) { throw .rulesOutOfRange }
        return checked
    }
}
