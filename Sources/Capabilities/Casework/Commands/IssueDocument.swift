package import BlobStore
package import EventLog
import Kernel

/// Records an official document that was made from the case's facts and is already in the blob store.
///
/// Additive: it does not change where the case stands, so no seen version is asked for.
package struct IssueDocument: Command {
    package static let name = "IssueDocument"
    package let caseFile: CaseFile.ID
    package let document: String
    package let number: String
    package let file: Attachment
    /// Which document of its name in the case, from 1.
    package let ordinal: Int
    package let isForParty: Bool
    /// The version of a division's own words it was made with.
    package let template: String?

    package init(
        caseFile: CaseFile.ID,
        document: String,
        number: String,
        file: Attachment,
        ordinal: Int = 1,
        isForParty: Bool = true,
        template: String? = nil
    ) {
        self.caseFile = caseFile
        self.document = document
        self.number = number
        self.file = file
        self.ordinal = ordinal
        self.isForParty = isForParty
        self.template = template
    }

    /// Answers whether the document was new; the n-th document of a name is issued once.
    package func run(in session: CommandSession) throws -> Bool {
        var run = try CaseRun(caseFile, in: session)
        guard run.state.documents.count(where: { $0.name == document }) < ordinal else { return false }
        try run.append(
            .issued(
                DocumentIssued(
                    name: Open(document),
                    number: Open(number),
                    issuedOn: Open(session.today),
                    digest: Open(file.digest),
                    file: .present(subject: run.state.subject ?? run.opening.party, file),
                    isOfTheFile: isForParty ? nil : true,
                    template: template
                )
            )
        )
        return true
    }
}
