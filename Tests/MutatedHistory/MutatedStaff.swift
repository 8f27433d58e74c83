import Casework
import EventLog
import Kernel
import TestHouse
import TimeLimits

@testable import Directory
@testable import Processes

/// Who acts in a mutated history: the officers of a small government, and four who may not do what they do.
struct MutatedStaff: Sendable {
    let house: TestHouse
    let window: Actor
    let examiner: Actor
    let companion: Actor
    let reviewer: Actor
    let approver: Actor
    let applicant = Actor(kind: .party, id: "01P1")
    private let process: ProcessPin
    /// Of penalties on the spot, and of the ordinary procedure.
    private let penalties: (simple: ProcessPin, ordinary: ProcessPin)
    private let others: [CasePlan.Examiner: Actor]

    private struct InstallProcess: Command {
        static let name = "InstallProcess"
        let definition: ProcessDefinition

        func run(in session: CommandSession) throws -> Int {
            let published = ProcessPublished(
                definition: definition,
                promised: .workingDays(20),
                statutory: .workingDays(20)
            )
            let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
            guard try session.load(PublishedProcess.self, key).version == 0 else { return 0 }
            try session.append(.published(published), to: PublishedProcess.self, key)
            return 1
        }
    }

    init() async throws {
        house = try await TestHouse.open()
        window = try house.officer(.reception)
        examiner = try house.officer(.handle)
        companion = try house.officer(.handle, 1)
        reviewer = try house.officer(.review)
        approver = try house.officer(.approve)
        process = try await MutatedStaff.install(.licensingGeneral, house, by: window)
        penalties = (
            try await MutatedStaff.install(.penaltySimple, house, by: window),
            try await MutatedStaff.install(.penaltyOrdinary, house, by: window)
        )
        let row = ["行政许可", "全部", "实地核查", "执法记录仪", "核查全过程", "全过程", "离开现场", "与案卷相同", ""]
        try await house.publish("recordings", [row], from: house.clock.today)
        others = try await MutatedStaff.others(house, beside: examiner)
    }

    func examiner(_ kind: CasePlan.Examiner) -> Actor { others[kind] ?? examiner }

    func item(promised: Int, statutory: Int) -> ItemPin {
        ItemPin(
            id: "01I1",
            code: "510105001000",
            version: 1,
            name: "教师资格认定",
            category: "01",
            agency: house.agency.text,
            division: TestHouse.division,
            agencyName: "演示区教育局",
            agencyShortName: "演示教",
            statutoryLimit: .workingDays(statutory),
            statutorySource: "行政许可法§42",
            promisedLimit: .workingDays(promised),
            process: process,
            permitName: "教师资格证书"
        )
    }

    private static func install(
        _ template: ProcessTemplate,
        _ house: TestHouse,
        by actor: Actor
    ) async throws -> ProcessPin {
        let definition = try template.definition()
        try await house.submit(InstallProcess(definition: definition), by: actor)
        return ProcessPin(id: definition.id.text, version: definition.version)
    }

    /// Recuses the companion from cases, as if the head had decided it before they began.
    func recuse(from cases: [Int]) async throws {
        let matters = cases.map { CaseFile.stream(CaseScript.id($0).text).text }
        try await house.submit(GrantRecusals(officer: Officer.ID(companion.id), matters: matters), by: approver)
    }

    func penaltyItem(isSimple: Bool) -> ItemPin {
        ItemPin(
            id: "01I2",
            code: "510205002000",
            version: 1,
            name: "对未公示收费的处罚",
            category: "02",
            agency: house.agency.text,
            division: TestHouse.division,
            agencyName: "演示区教育局",
            agencyShortName: "演示教",
            statutoryLimit: .calendarDays(90),
            statutorySource: "行政处罚法§60",
            promisedLimit: .calendarDays(90),
            process: isSimple ? penalties.simple : penalties.ordinary,
            permitName: nil
        )
    }

    private struct GrantRecusals: Command {
        static let name = "GrantRecusals"
        let officer: Officer.ID
        let matters: [String]

        func run(in session: CommandSession) throws -> Int {
            for matter in matters {
                let key = RecusalEntry.key(matter, officer)
                let requested = RecusalRequested(
                    matter: matter,
                    officer: officer,
                    ground: .kinship,
                    reason: "当事人系其近亲属"
                )
                try session.append(.requested(requested), to: RecusalEntry.self, key)
                let decided = RecusalDecided(isGranted: true, reason: "情况属实", discussedBy: nil)
                try session.append(.decided(decided), to: RecusalEntry.self, key)
            }
            return matters.count
        }
    }

    private static func others(
        _ house: TestHouse,
        beside examiner: Actor
    ) async throws -> [CasePlan.Examiner: Actor] {
        guard let post = examiner.post, let division = Division.Code(TestHouse.division) else { return [:] }
        let clerk = Actor(kind: .officer, id: "founder")
        let since: Day = "2026-01-05"
        var others: [CasePlan.Examiner: Actor] = [:]
        for (place, kind) in [CasePlan.Examiner.untrained, .uncertified, .expired, .otherScope].enumerated() {
            let officer = try await house.submit(
                RegisterOfficer("演示\(place)", of: house.agency, from: since),
                by: clerk
            )
            try await house.submit(AppointOfficer(officer, to: Post.ID(post), from: since), by: clerk)
            if kind != .untrained { try await house.qualify(officer, on: since) }
            if kind == .expired || kind == .otherScope {
                let terms = Certificate.Terms(
                    number: Certificate.Number("2316990000\(place)"),
                    kind: .enforcement,
                    scope: kind == .otherScope ? [.inspection] : EnforcementCategory.allCases,
                    area: division,
                    issuer: "演示省人民政府",
                    validFrom: since,
                    validTo: kind == .expired ? "2026-01-20" : "2028-12-31"
                )
                try await house.submit(IssueCertificate(terms, to: officer), by: clerk)
            }
            others[kind] = Actor(kind: .officer, id: officer.text, post: post, agency: house.agency.text)
        }
        return others
    }
}
