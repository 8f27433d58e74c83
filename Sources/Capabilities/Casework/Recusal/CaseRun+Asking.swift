import BlobStore
import Directory
import EventLog
import Kernel

extension CaseRun {
    /// Opens a request that an officer of the agency keep out; one that waits, or was granted, is not opened again.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.
    mutating func askForRecusal(
        of officer: Officer.ID,
        by asker: RecusalAsker,
        _ ground: RecusalGround,
        because reasons: String,
        in paper: String? = nil,
        showing files: [Attachment] = []
    ) throws {
        try CaseAuthority.requireColleague(officer.text, of: opening.item, in: session)
        let reasons = try recusalReasons(reasons)
        let matter = CaseFile.stream(id.text).text
        switch try session.load(RecusalEntry.self, RecusalEntry.key(matter, officer)).state.recusal {
        case .undecided(let since?): throw CaseworkError.recusal(.undecided(since: since))
        case .granted(let day): throw CaseworkError.recusal(.granted(on: day))
        case .undecided(nil), .some(.none), nil: break
        }
        // The directory keeps its words for good; what a party writes is kept once, where it can be erased.
        let kept = asker == .officer ? reasons : AskForRecusal.pointer
        _ = try RequestRecusal(officer, in: matter, ground: ground, reason: kept).run(in: session)
        try append(
            .recusal(
                .asked(
                    RecusalAsked(
                        officer: officer,
                        name: name(of: officer),
                        by: asker,
                        ground: ground,
                        reasons: ForParty(reasons, party: opening.party),
                        paper: paper,
                        files: files.isEmpty ? nil : .present(subject: state.subject ?? opening.party, files)
                    )
                )
            )
        )
    }

    /// Opens a request where a paper just written says that the party asks for one.
    ///
    /// Whom the paper does not name are those it is about: who chairs the hearing, else who did the step.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 43.2, 64(4).
    mutating func askForRecusals(in papers: [DocumentRecord], by acting: [String]) throws {
        for paper in papers where paper.text(RecordedRecusal.asked) == RecordedRecusal.asks {
            let said = paper.text(RecordedRecusal.reasons).trimmed
            for officer in try officers(named: paper, else: acting) {
                switch try recusal(of: officer) {
                case .undecided(_?), .granted: continue
                case .undecided(nil), .none: break
                }
                try askForRecusal(
                    of: officer,
                    by: .party,
                    .otherRelation,
                    because: said.isEmpty ? "当事人在《\(paper.document)》中申请回避" : said,
                    in: paper.document
                )
            }
        }
    }

    private func officers(named paper: DocumentRecord, else acting: [String]) throws -> [Officer.ID] {
        let written = paper.text(RecordedRecusal.officers).trimmed
        let names = RecordedRecusal.names(written.isEmpty ? paper.text(RecordedRecusal.chair) : written)
        return try names.isEmpty ? acting.map { Officer.ID($0) } : officers(named: names)
    }

    /// Returns the officers of the case's agency with these names; refuses a name that nobody there has.
    func officers(named names: [String]) throws -> [Officer.ID] {
        let agency = Agency.ID(try opening.item.agency)
        let employed = try session.reader.officers(ofAgency: agency, in: session.realm, on: session.today)
        return try names.flatMap { name in
            let found = employed.filter { $0.name == name }.map(\.id)
            guard !found.isEmpty else { throw CaseworkError.recusal(.unknown(name: name)) }
            return found
        }
    }

    /// One line of text that the directory takes too.
    func recusalReasons(_ reasons: String) throws(CaseworkError) -> String {
        let line = String(reasons.map { $0.isWhitespace ? " " : $0 }).trimmed
        guard line.count <= 2_000 else {
            throw .textTooLong(field: "回避理由", limit: 2_000, found: line.count)
        }
        return line
    }

    func name(of officer: Officer.ID) throws -> String {
        try session.load(OfficerEntry.self, officer.text).state.officer?.name ?? officer.text
    }
}

/// How a paper says that the party asks for a recusal: the keys of its fields.
enum RecordedRecusal {
    static let asked = "recusal"
    static let asks = "已告知，申请回避"
    static let officers = "recusalOf"
    static let reasons = "recusalReason"
    static let chair = "chair"

    static func names(_ text: String) -> [String] {
        text.split { "、，,；; 　\n".contains($0) }.map(String.init)
    }
}
