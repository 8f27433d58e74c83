import Casework
package import Cryptography
package import EventLog
package import Kernel

/// What the public check page says of a document: that it was issued, by whom, when, and what its file hashes to.
package struct CheckedDocument: Hashable, Sendable {
    package let name: String
    package let number: String
    package let agency: String
    package let item: String
    package let issuedOn: Day
    /// Salt and hash of the file, in hexadecimal, a colon between them.
    package let digest: String
}

extension EventReading {
    /// Returns the document that bears the code, or `nil`; nothing about the party is in it.
    package func checkedDocument(caseNumber: String, code: String, under key: SecretKey) throws -> CheckedDocument? {
        guard let row = try caseFile(number: caseNumber) else { return nil }
        let given = Array(code.uppercased().utf8)
        for event in try history(of: row.id) {
            // Papers without a number stay in the house and bear no code.
            guard case .issued(let issued)? = event.as(CaseFileEvent.self), !issued.number.value.isEmpty else {
                continue
            }
            let expected = CheckCode(
                caseNumber: caseNumber,
                document: issued.name.value,
                number: issued.number.value,
                under: key
            )
            guard ConstantTime.equal(Array(expected.text.utf8), given) else { continue }
            return CheckedDocument(
                name: issued.name.value,
                number: issued.number.value,
                agency: try state(CaseFile.self, row.id.text).state.opening?.item.agencyName ?? "",
                item: row.itemName,
                issuedOn: issued.issuedOn.value,
                digest: issued.digest.value
            )
        }
        return nil
    }
}
