package import BlobStore
package import Casework
import Codes
package import Cryptography
import Directory
package import Documents
package import EventLog
package import Kernel
import Parties

/// Makes the official documents that a case's facts call for, keeps their files and records them on the log.
///
/// Called after an act has succeeded, and again by whoever wants to be sure: what is issued already is not made twice.
package struct DocumentIssuer: Sendable {
    private let log: EventLog
    private let blobs: BlobStore
    private let renderer: DocumentRenderer
    private let checkKey: SecretKey
    /// Scheme and host of the public site, without a slash at the end.
    private let publicAddress: String
    private let isDemonstration: Bool
    private let authority: DocumentAuthority?

    /// - Parameters:
    ///   - log: where cases and numbers are.
    ///   - blobs: where the files go.
    ///   - renderer: sets the type.
    ///   - checkKey: makes the check codes.
    ///   - publicAddress: scheme and host of the public site, without a slash at the end.
    ///   - isDemonstration: whether documents say that they are none.
    ///   - authority: certifies the signatures of what goes to parties; without it documents bear none.
    package init(
        log: EventLog,
        blobs: BlobStore,
        renderer: DocumentRenderer,
        checkKey: SecretKey,
        publicAddress: String,
        isDemonstration: Bool,
        authority: DocumentAuthority? = nil
    ) {
        self.log = log
        self.blobs = blobs
        self.renderer = renderer
        self.checkKey = checkKey
        self.publicAddress = publicAddress
        self.isDemonstration = isDemonstration
        self.authority = authority
    }

    /// Binds what was issued, with the same tools.
    package var dossiers: DossierKeeper {
        DossierKeeper(issuer: self, log: log, blobs: blobs, renderer: renderer, isDemonstration: isDemonstration)
    }

    /// Issues what the case still lacks, in the order of the facts; returns the names of the documents made now.
    ///
    /// - Throws: `DecisionsError`, `BlobError`, `DocumentError`, `EventLogError`.
    package func issue(for caseFile: CaseFile.ID, in realm: Realm) async throws -> [String] {
        let dossier = try await log.read(realm) { reading in try Dossier(caseFile, in: reading) }
        var issued: [String] = []
        for open in dossier.open where try await issue(open, of: dossier, in: realm) {
            issued.append(open.document.name)
        }
        return issued
    }

    /// Issues what facts call for that were recorded from `position` on, whoever acted: timers and applicants too.
    ///
    /// - Returns: the position to go on from.
    /// - Throws: as `issue(for:in:)`.
    package func catchUp(in realm: Realm, from position: Int64) async throws -> Int64 {
        let events = try await log.read(realm) { reading in
            try reading.events(from: position, limit: DocumentIssuer.greatestPage)
        }
        var cases: Set<CaseFile.ID> = []
        for event in events {
            guard let fact = event.as(CaseFileEvent.self), CaseDocument.mayFollow(fact) else { continue }
            cases.insert(CaseFile.ID(event.envelope.stream.key))
        }
        for caseFile in cases.sorted() {
            do {
                _ = try await issue(for: caseFile, in: realm)
            } catch is DecisionsError {
                // An erased applicant can be handed nothing any more; the others must not wait for that.
                continue
            }
        }
        return events.last.map { $0.position + 1 } ?? position
    }

    private static let greatestPage = 500

    /// Returns the file of an issued document, verified.
    package func file(of document: IssuedDocument) async throws -> [UInt8] {
        guard let stored = document.file?.stored else {
            throw DecisionsError.fileGone(name: document.name, number: document.number)
        }
        return try await blobs.read(stored.blob, key: stored.key)
    }

    /// Returns an issued document as a draft that word processors edit; what was issued stays as it is.
    ///
    /// - Parameters:
    ///   - index: its place among the documents of the case.
    ///   - caseFile: the case.
    ///   - realm: where the case is.
    /// - Returns: the draft; `nil` without such a document, or where the facts that it was made of are erased.
    /// - Throws: `DecisionsError`, `EventLogError`.
    package func draft(of index: Int, in caseFile: CaseFile.ID, in realm: Realm) async throws -> WordFile? {
        let (dossier, issued) = try await log.read(realm) { reading in
            (
                try Dossier(caseFile, again: true, in: reading),
                try reading.state(CaseFile.self, caseFile.text).state.documents
            )
        }
        guard issued.indices.contains(index) else { return nil }
        let document = issued[index]
        let ordinal = issued[...index].count { $0.name == document.name }
        let made = dossier.open.first { made in
            made.ordinal == ordinal && [made.document.name, made.document.formerName].contains(document.name)
        }
        guard let made else { return nil }
        return WordFile(made.document.content(facts(of: made, document.number, dossier)))
    }

    /// Prints a paper that an agency issues beside its cases and signs it in the agency's name, where signatures are
    /// certified.
    ///
    /// - Throws: `DocumentError`, `CryptographyError`.
    package func print(_ paper: DocumentContent, by agency: (id: String, name: String)) async throws -> [UInt8] {
        try signed(try await renderer.render(paper), by: agency, as: paper.metadataTitle)
    }

    /// Prints what is only looked at, without number and signature.
    ///
    /// - Throws: `DocumentError`.
    package func preview(_ paper: DocumentContent) async throws -> [UInt8] { try await renderer.render(paper) }

    private func issue(_ open: Dossier.Open, of dossier: Dossier, in realm: Realm) async throws -> Bool {
        let key = "document:\(dossier.id):\(open.document.name):\(open.ordinal)"
        let act = Act(realm: realm, actor: .system("documents"), key: key, correlation: open.correlation)
        let number = try await number(of: open, dossier, act)
        let printed = try await renderer.render(open.document.content(facts(of: open, number, dossier)))
        let bytes = try signed(printed, open, number, dossier)
        let fileKey = SecretKey(randomness: log.randomness)
        let blob = try await blobs.write(bytes, key: fileKey, randomness: log.randomness)
        let file = Attachment(blob, key: fileKey, name: "\(open.document.name).pdf", mediaType: "application/pdf")
        let command = IssueDocument(
            caseFile: dossier.id,
            document: open.document.name,
            number: number,
            file: file,
            ordinal: open.ordinal,
            isForParty: open.document.isForParty,
            template: open.wording?.citation
        )
        do {
            if try await log.submit(command, as: act).answer { return true }
        } catch EventLogError.keyReused {
            // Somebody else issued it at the same moment, with a file of the same content under another key.
        } catch {
            try await blobs.remove(blob.id)
            throw error
        }
        try await blobs.remove(blob.id)
        return false
    }

    private func signed(
        _ file: [UInt8],
        _ open: Dossier.Open,
        _ number: String,
        _ dossier: Dossier
    ) throws -> [UInt8] {
        guard open.document.isForParty else { return file }
        let item = dossier.opening.item
        let reason = number.isEmpty ? open.document.name : "\(open.document.name) \(number)"
        return try signed(file, by: (item.agency, item.agencyName), as: reason)
    }

    /// - Source: Electronic Signature Law (电子签名法) art. 13, 14; 国务院关于在线政务服务的若干规定 art. 8, 9.
    private func signed(_ file: [UInt8], by agency: (id: String, name: String), as reason: String) throws -> [UInt8] {
        guard let authority else { return file }
        let signer = try authority.signer(of: agency.id, named: agency.name)
        return try PDFSigning(name: agency.name, reason: reason, at: log.clock.now)
            .sign(file) { try signer.container(over: $0) }
    }

    private func number(of open: Dossier.Open, _ dossier: Dossier, _ act: Act) async throws -> String {
        if let number = open.document.ownNumber { return number }
        guard let word = open.document.seriesWord(in: open.matter.category) else { return "" }
        let command = TakeDocumentNumber(caseFile: dossier.id, word: word, ordinal: open.ordinal)
        let numbering = Act(
            realm: act.realm,
            actor: act.actor,
            key: "\(act.key):number",
            correlation: act.correlation
        )
        return try await log.submit(command, as: numbering).answer
    }

    private func facts(of open: Dossier.Open, _ number: String, _ dossier: Dossier) -> CaseDocumentFacts {
        let code = CheckCode(
            caseNumber: dossier.opening.number,
            document: open.document.name,
            number: number,
            under: checkKey
        )
        return CaseDocumentFacts(
            caseNumber: dossier.opening.number,
            item: dossier.opening.item,
            applicant: dossier.applicant,
            receivedOn: dossier.opening.receivedOn,
            number: number,
            day: open.at.day,
            created: open.at,
            materials: dossier.materials,
            officer: open.officer,
            served: open.served,
            government: DocumentIssuer.government(of: dossier.opening.item.division),
            checkAddress: publicAddress + CheckCode.path(caseNumber: dossier.opening.number, code: code.text),
            checkCode: code.text,
            isDemonstration: isDemonstration,
            respondentCode: open.matter.hasRespondent
                ? QueryCode(respondentOf: dossier.opening.number, under: checkKey).text : nil,
            matter: open.matter,
            wording: open.wording?.version.wording
        )
    }

    /// - Source: Administrative Reconsideration Law (行政复议法) art. 24 (the government at the same level).
    private static func government(of division: String) -> String {
        guard let table = try? DivisionTable.national(), let code = try? DivisionCode.parse(division).value,
            let name = table.fullName(of: code)
        else { return "本机关的本级人民政府" }
        return "\(name)人民政府"
    }
}
