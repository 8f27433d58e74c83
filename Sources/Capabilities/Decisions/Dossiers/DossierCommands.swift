import BlobStore
package import Casework
import Cryptography
import Directory
package import EventLog
import Kernel
import Processes

/// What a command on a dossier answers.
package struct DossierAnswer: Hashable, Sendable, Codable {
    package let caseFile: CaseFile.ID
    package let number: String
}

/// Puts the bound dossier of a closed case into the archive (归档), by who handled it or takes in.
///
/// - Source: Archives Law (档案法) art. 13, 14.
struct ArchiveDossier: Command {
    static let name = "ArchiveDossier"
    let caseFile: CaseFile.ID
    /// The version of the case that was bound.
    let seen: Int
    let digest: String
    let boundDigest: String
    let pages: Int
    let files: Int
    let packed: Attachment
    let bound: Attachment

    func run(in session: CommandSession) throws -> DossierAnswer {
        let found = try ArchivedCase(caseFile, in: session)
        try session.requireSeen(seen, CaseFile.self, caseFile.text)
        let keeping = try DossierKeeping.shipped()
        _ = try found.authority(keeping.archiving, in: session)
        try found.requireArchivable(keeping, on: session.today)
        guard case .closed(let closing) = found.state.stage else { throw DecisionsError.notClosed(caseFile) }
        let retention = try found.retention()
        let subject = found.state.subject ?? found.opening.party
        try session.append(
            .archived(
                DossierArchived(
                    number: found.opening.number,
                    agency: found.opening.item.agency,
                    archivedOn: session.today,
                    retention: retention,
                    keptThrough: retention.lastDay(closed: closing.on),
                    digest: digest,
                    boundDigest: boundDigest,
                    pages: pages,
                    files: files,
                    packed: .present(subject: subject, packed),
                    bound: .present(subject: subject, bound)
                )
            ),
            to: DossierRecord.self,
            caseFile.text
        )
        return DossierAnswer(caseFile: caseFile, number: found.opening.number)
    }

    /// Bound twice, the files lie in other blobs under other keys; the rest must be the same.
    func fingerprint() throws -> Digest {
        SHA256Hash.of(Array("\(Self.name) \(caseFile) \(seen) \(boundDigest)".utf8))
    }
}

/// Gives an archived dossier to a colleague for a time (借阅), by who reviews or approves such cases.
package struct LendDossier: Command {
    package static let name = "LendDossier"
    package let caseFile: CaseFile.ID
    package let borrower: String
    package let reason: String
    package let days: Int

    package init(caseFile: CaseFile.ID, borrower: String, reason: String, days: Int) {
        self.caseFile = caseFile
        self.borrower = borrower
        self.reason = reason
        self.days = days
    }

    package func run(in session: CommandSession) throws -> DossierAnswer {
        let found = try ArchivedCase(caseFile, in: session)
        let keeping = try DossierKeeping.shipped()
        let authority = try found.authority(keeping.lending, in: session)
        guard found.record.archived != nil else { throw DecisionsError.notArchived(caseFile) }
        if let loan = found.record.openLoan { throw DecisionsError.alreadyLent(due: loan.dueOn) }
        guard (1...keeping.longestLoanDays).contains(days) else {
            throw DecisionsError.loanTooLong(limit: keeping.longestLoanDays, found: days)
        }
        guard authority.officer.text != borrower else { throw DecisionsError.ownLoan }
        let person = try session.load(OfficerEntry.self, borrower).state.officer
        guard person?.agency.value(on: session.today)??.text == found.opening.item.agency else {
            throw DecisionsError.borrowerUnknown(borrower)
        }
        let reason = try CaseworkRules.requireText(reason, "借阅事由", atLeast: CaseworkRules.shortestOpinion)
        try session.append(
            .lent(
                DossierLent(
                    borrower: borrower,
                    reason: reason,
                    lentOn: session.today,
                    dueOn: session.today + days
                )
            ),
            to: DossierRecord.self,
            caseFile.text
        )
        return DossierAnswer(caseFile: caseFile, number: found.opening.number)
    }
}

/// Takes a lent dossier back (归还), by who may put dossiers into the archive and did not borrow it.
package struct ReturnDossier: Command {
    package static let name = "ReturnDossier"
    package let caseFile: CaseFile.ID
    /// How it was found.
    package let finding: String

    package init(caseFile: CaseFile.ID, finding: String) {
        self.caseFile = caseFile
        self.finding = finding
    }

    package func run(in session: CommandSession) throws -> DossierAnswer {
        let found = try ArchivedCase(caseFile, in: session)
        let authority = try found.authority(DossierKeeping.shipped().archiving, in: session)
        guard let loan = found.record.openLoan else { throw DecisionsError.notLent(caseFile) }
        guard authority.officer.text != loan.borrower else { throw DecisionsError.ownReturn }
        let finding = try CaseworkRules.requireText(finding, "归还时核对情况", atLeast: CaseworkRules.shortestOpinion)
        try session.append(
            .returned(DossierReturned(returnedOn: session.today, finding: finding)),
            to: DossierRecord.self,
            caseFile.text
        )
        return DossierAnswer(caseFile: caseFile, number: found.opening.number)
    }
}
