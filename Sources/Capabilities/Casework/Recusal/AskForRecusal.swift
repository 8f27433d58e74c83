package import BlobStore
package import Cryptography
package import Directory
package import EventLog
import Kernel
import Processes

/// Records that somebody asks that an officer keep out of a case (申请回避): the party, somebody concerned, or the officer.
///
/// A party asks by itself, or an officer records what was asked. The handling goes on until the head has decided; what
/// decides the case, the officer does not do meanwhile.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; Administrative License Law (行政许可法) art. 48 (3);
///   Civil Servant Law (公务员法) art. 77.
package struct AskForRecusal: Command {
    package static let name = "AskForRecusal"
    package let caseFile: CaseFile.ID
    /// `nil` where whom it is about is said by name.
    package let officer: Officer.ID?
    /// The names a party wrote; empty for whoever handles the case (经办人).
    package let named: String
    package let by: RecusalAsker
    package let ground: RecusalGround
    package let reasons: String
    /// What a party hands in to show it.
    package let files: [Attachment]

    /// How many requests of parties may wait for a decision in one case.
    package static let mostOpen = 5
    /// What the directory is told in place of a party's reasons.
    static let pointer = "见本案的回避申请"

    package init(
        caseFile: CaseFile.ID,
        officer: Officer.ID,
        by asker: RecusalAsker,
        ground: RecusalGround,
        reasons: String
    ) {
        self.caseFile = caseFile
        self.officer = officer
        named = ""
        by = asker
        self.ground = ground
        self.reasons = reasons
        files = []
    }

    /// What the party itself asks for.
    package init(
        caseFile: CaseFile.ID,
        named: String,
        ground: RecusalGround,
        reasons: String,
        files: [Attachment] = []
    ) {
        self.caseFile = caseFile
        officer = nil
        self.named = named
        by = .party
        self.ground = ground
        self.reasons = reasons
        self.files = files
    }

    package func run(in session: CommandSession) throws -> CaseAnswer {
        var run = try CaseRun(caseFile, in: session)
        if session.actor.kind == .party {
            try run.requireParty()
            try run.requireAllowed(.askForRecusal, because: reasons)
        } else {
            let actor = try CaseAuthority.colleague(of: run, in: session)
            try run.require(.askForRecusal, by: actor, because: reasons)
            guard by != .officer || actor.officer == officer?.text else { throw CaseworkError.recusal(.notOneself) }
        }
        let officers = try officer.map { [$0] } ?? run.officersToRecuse(named: named)
        if session.actor.kind == .party {
            for officer in officers {
                if let day = run.state.recusals.refusal(of: officer) {
                    throw CaseworkError.recusal(.refusedAlready(on: day))
                }
            }
            let open = run.state.recusals.filter { $0.decision == nil && $0.asked?.by == .party }.count
            guard open + officers.count <= AskForRecusal.mostOpen else {
                throw CaseworkError.recusal(.tooManyOpen(greatest: AskForRecusal.mostOpen))
            }
        }
        for officer in officers {
            try run.askForRecusal(of: officer, by: by, ground, because: reasons, showing: files)
        }
        return CaseAnswer(run)
    }

    /// Two uploads of the same file differ in blob and key; the rest must be the same.
    package func fingerprint() throws -> Digest {
        let files = [SubmittedMaterial(material: "", attachments: files)]
        return try SubmissionFingerprint.of(
            Submission(answers: [], materials: files),
            [caseFile.text, officer?.text ?? "", named, by.rawValue, ground.rawValue, reasons]
        )
    }
}

extension CaseRun {
    /// Refuses whoever is no party of the case; that it is there they are not told.
    ///
    /// Whom an application is directed against asks through an officer: what it says would be kept with the applicant's
    /// things.
    fileprivate func requireParty() throws {
        let (actor, party) = (session.actor, try opening.party)
        if actor.id == party || actor.onBehalfOf == party { return }
        throw CaseworkError.noSuchCase(id.text)
    }

    /// Returns whom a party means: by the names of officers of the agency, else who handles the case.
    ///
    /// Whose request waits already, was granted, or was refused to the party, is passed over, unless nobody else is meant.
    fileprivate func officersToRecuse(named text: String) throws -> [Officer.ID] {
        let names = RecordedRecusal.names(text)
        var seen: Set<Officer.ID> = []
        let meant = try (names.isEmpty ? handlers() : officers(named: names)).filter { seen.insert($0).inserted }
        guard !meant.isEmpty else { throw CaseworkError.recusal(.nobodyHandles) }
        let asked = try meant.filter { officer in
            switch try recusal(of: officer) {
            case .undecided(_?), .granted: false
            case .undecided(nil), .none: state.recusals.refusal(of: officer) == nil
            }
        }
        // All of them were asked for: what is thrown says since when.
        return asked.isEmpty ? Array(meant.prefix(1)) : asked
    }

    /// Who handles the case (经办人): did a step of a handling post or has one, or helps with it; before that, who took it in.
    private func handlers() throws -> [Officer.ID] {
        let handling = Set(definition.steps.filter { step in isHandled(step) }.map(\.id))
        var found = state.acts.filter { handling.contains($0.step) && !$0.isVoided }
            .flatMap { [$0.officer] + $0.companions }
        found += state.assignees.filter { handling.contains($0.key) }.map(\.value).sorted() + state.assistants
        if found.isEmpty { found = state.acts.filter { !$0.isVoided }.map(\.officer) }
        let employed = Set(
            try session.reader.officers(ofAgency: Agency.ID(opening.item.agency), in: session.realm, on: session.today)
                .map(\.id)
        )
        return found.map { Officer.ID($0) }.filter(employed.contains)
    }

    private func isHandled(_ step: Step) -> Bool {
        definition.posts.contains { $0.id == step.post && $0.kind == .handle }
    }
}
