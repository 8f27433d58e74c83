import BlobStore
import Codes
import Cryptography
import Directory
import Documents
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import TestSupport

@testable import Casework
@testable import Decisions

/// A house whose closed cases are bound and kept.
struct Archive {
    let house: TestHouse
    let issuer: DocumentIssuer
    private let folder: TemporaryFolder
    let blobs: BlobStore

    var keeper: DossierKeeper { issuer.dossiers }

    init(on engine: StorageEngine = .sqlite) async throws {
        try await self.init(
            .open(
                on: engine,
                migrations: DecisionsModule.migrations,
                families: DecisionsModule.families,
                projections: DecisionsModule.projections
            )
        )
    }

    init(_ house: TestHouse) async throws {
        self.house = house
        folder = try TemporaryFolder()
        blobs = try BlobStore(folder: folder.path)
        issuer = DocumentIssuer(
            log: house.log,
            blobs: blobs,
            renderer: DocumentRenderer(),
            checkKey: house.ring.key(for: .receipt),
            publicAddress: "https://example.org",
            isDemonstration: true
        )
    }

    func apply() async throws -> CaseFile.ID {
        let file = try await blobs.keep(
            Array("章程".utf8),
            name: "办园章程.pdf",
            mediaType: "application/pdf",
            randomness: SystemRandomness()
        )
        let submission = Submission(
            answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
            materials: [SubmittedMaterial(material: "申请书", attachments: [file])]
        )
        let command = SubmitApplication(
            item: house.license,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: submission,
            queryDigest: "digest"
        )
        return try await house.submit(command, by: Actor(kind: .visitor, id: "visitor")).caseFile
    }

    /// A case that its applicant took back, with its paper.
    func withdrawn() async throws -> CaseFile.ID {
        let id = try await apply()
        let withdraw = WithdrawApplication(caseFile: id, seen: 1, reason: "另行选址")
        try await house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        _ = try await issuer.issue(for: id, in: TestHouse.realm)
        return id
    }

    /// Does what is left of a case, each step with its first outcome.
    func finish(_ id: CaseFile.ID) async throws {
        for _ in 0..<10 {
            let current = try await house.state(id)
            guard let pin = current.state.opening?.item.process, current.state.stage.name != .closed else { return }
            let key = PublishedProcess.key(id: pin.id, version: pin.version)
            let process = try await house.log.read(TestHouse.realm) {
                try $0.state(PublishedProcess.self, key).state.published
            }
            guard let definition = process?.definition,
                let step = current.state.position.steps.compactMap(definition.step).first,
                let outcome = step.outcomes.first
            else { return }
            let officers = Responsibility.allCases.filter { $0.processPosts.contains(step.post.text) }
            let actor = try officers.compactMap { house.officers[$0] }.first?.first ?? house.officer(.handle)
            let paid = current.state.owed(definition).map {
                StepDetails.payment(PaymentDetails(amount: $0, paidOn: house.clock.now.day, receipt: "51160026030001"))
            }
            try await house.submit(
                CompleteStep(
                    caseFile: id,
                    seen: current.version,
                    step: step.id,
                    outcome: outcome.id,
                    opinion: "情况属实",
                    details: step.kind == .pay ? paid ?? .none : .none,
                    documents: try DocumentForms.shipped().forms(of: step, ending: outcome).map(DocumentRecord.sample),
                    companions: step.officers > 1 ? [try house.officer(.handle, 1).id] : []
                ),
                by: actor
            )
        }
    }

    @discardableResult
    func archive(
        _ id: CaseFile.ID,
        by actor: Actor? = nil,
        key: String? = nil
    ) async throws -> Receipt<DossierAnswer> {
        let seen = try await house.state(id).version
        let act = Act(
            realm: TestHouse.realm,
            actor: try actor ?? house.officer(.handle),
            key: key ?? SystemRandomness().code(26, at: house.log.clock.now)
        )
        return try await keeper.archive(id, seen: seen, checkpoint: "note\n", as: act)
    }

    func lend(
        _ id: CaseFile.ID,
        to borrower: String? = nil,
        reason: String = "案卷评查",
        days: Int = 10,
        by actor: Actor
    ) async throws {
        let borrower = try borrower ?? house.officer(.handle, 1).id
        try await house.submit(LendDossier(caseFile: id, borrower: borrower, reason: reason, days: days), by: actor)
    }

    func giveBack(_ id: CaseFile.ID, by actor: Actor) async throws {
        try await house.submit(ReturnDossier(caseFile: id, finding: "页数相符，完好"), by: actor)
    }

    func record(_ id: CaseFile.ID) async throws -> DossierRecord {
        try await house.log.read(TestHouse.realm) { try $0.state(DossierRecord.self, id.text).state }
    }

    func listed(_ choice: DossierChoice, on day: Day) async throws -> [KeptDossier] {
        let agency = house.agency.text
        return try await house.log.read(TestHouse.realm) { reading in
            try reading.dossiers(of: agency, choice, on: day, limit: 10)
        }
    }

    /// An officer of another agency, with post and certificate.
    func foreigner(_ responsibility: Responsibility) async throws -> Actor {
        let clerk = Actor(kind: .officer, id: "founder")
        let since: Day = "2026-01-05"
        guard let division = Division.Code(TestHouse.division) else { throw CaseworkError.notAnOfficer }
        let agency = try await house.submit(
            RegisterAgency(
                Agency.Profile(
                    code: responsibility == .handle ? "11511301008778191H" : "115113010087782047",
                    name: "演示区文化局\(responsibility.chinese)",
                    shortName: "演示文",
                    division: division
                ),
                from: since
            ),
            by: clerk
        )
        let post = try await house.submit(CreatePost("外岗", for: responsibility, in: agency, from: since), by: clerk)
        let officer = try await house.submit(RegisterOfficer("演示外人", of: agency, from: since), by: clerk)
        try await house.submit(AppointOfficer(officer, to: post, from: since), by: clerk)
        try await house.qualify(officer, on: since)
        let terms = Certificate.Terms(
            number: Certificate.Number(responsibility == .handle ? "2316990001" : "2316990002"),
            kind: responsibility.certificateKind,
            scope: EnforcementCategory.allCases,
            area: division,
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: "2028-12-31"
        )
        try await house.submit(IssueCertificate(terms, to: officer), by: clerk)
        return Actor(kind: .officer, id: officer.text, post: post.text, agency: agency.text)
    }
}
