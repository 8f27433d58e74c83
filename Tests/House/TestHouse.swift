import BlobStore
package import Casework
package import Catalog
package import Codes
package import Cryptography
package import Database
package import Directory
package import EventLog
package import Kernel
import Law
import Parties
package import Processes
import RuleTables
package import TestSupport

/// A small government on a fresh database: one agency with its posts and officers, one license anybody may apply for.
///
/// Real commands made all of it, from 2026-01-05 on; the clock then stands at nine on Monday, 2026-03-02.
package struct TestHouse: Sendable {
    package static let realm = Realm(1)
    package static let division = "511602000000"

    package let database: any SQLDatabase
    package let clock: TestClock
    package let ring: KeyRing
    package let log: EventLog
    package private(set) var agency = Agency.ID("")
    /// The officers by the responsibility of the post they hold; 承办 has two.
    package private(set) var officers: [Responsibility: [Actor]] = [:]
    package private(set) var license = PowerItem.ID("")
    /// Each officer has the next number; drawn by chance, two of a thousand houses would share one.
    private var firstCertificate = 900_001

    package static let migrations =
        EventLog.migrations + DirectoryModule.migrations + PartiesModule.migrations + LawModule.migrations
        + CatalogModule.migrations + ProcessesModule.migrations + CaseworkModule.migrations

    package static let families: [any EventFamily.Type] =
        DirectoryModule.families + PartiesModule.families + LawModule.families + CatalogModule.families
        + RuleTablesModule.families + ProcessesModule.families + CaseworkModule.families

    package static let projections: [any Projection] =
        DirectoryModule.projections + PartiesModule.projections + LawModule.projections + CatalogModule.projections
        + ProcessesModule.projections + CaseworkModule.projections

    /// Builds the house; what stands on casework adds its own families, projections, reactors and tables.
    package static func open(
        on engine: StorageEngine = .sqlite,
        migrations: [Migration] = [],
        families: [any EventFamily.Type] = [],
        projections: [any Projection] = [],
        reactors: [any Reactor] = []
    ) async throws -> TestHouse {
        try await settled(
            in: engine.open(TestHouse.migrations + migrations),
            families: families,
            projections: projections,
            reactors: reactors
        )
    }

    /// Builds the house in a database that has the tables; the same history in each, unless chance is not seeded.
    package static func settled(
        in database: any SQLDatabase,
        families: [any EventFamily.Type] = [],
        projections: [any Projection] = [],
        reactors: [any Reactor] = [],
        randomness: any Randomness = SeededRandomness(seed: 2)
    ) async throws -> TestHouse {
        let clock = TestClock(Instant("2026-01-05", hour: 9))
        let ring = KeyRing.ephemeral(randomness: SeededRandomness(seed: 1))
        let log = EventLog(
            database: database,
            registry: EventRegistry(TestHouse.families + families),
            projections: TestHouse.projections + [PartiesModule.names(ring)] + projections,
            reactors: reactors,
            ring: ring,
            clock: clock,
            randomness: randomness
        )
        try await log.create(realm, isDemonstration: true)
        var house = TestHouse(database: database, clock: clock, ring: ring, log: log)
        try await house.settle()
        clock.set("2026-03-02")
        return house
    }

    /// Submits a command under a key that nobody used before, unless one is given.
    @discardableResult
    package func submit<C: Command>(_ command: C, by actor: Actor, key: String? = nil) async throws -> C.Answer {
        let key = key ?? SystemRandomness().code(26, at: log.clock.now)
        return try await log.submit(command, as: Act(realm: TestHouse.realm, actor: actor, key: key)).answer
    }

    /// Returns an officer who holds a post of the responsibility.
    package func officer(_ responsibility: Responsibility, _ index: Int = 0) throws -> Actor {
        guard let holders = officers[responsibility], holders.indices.contains(index) else {
            throw DirectoryError.unknownOfficer(Officer.ID("\(responsibility)"))
        }
        return holders[index]
    }

    package func state(_ id: CaseFile.ID) async throws -> Versioned<CaseFile> {
        try await log.read(TestHouse.realm) { try $0.state(CaseFile.self, id.text) }
    }

    /// Applies for the license as a citizen with every material handed in.
    package func apply(
        for item: PowerItem.ID? = nil,
        name: String = "张三",
        key: String? = nil
    ) async throws -> SubmitApplication.Answer {
        let submission = Submission(
            answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
            materials: [
                SubmittedMaterial(
                    material: "申请书",
                    attachments: [
                        Attachment(
                            blob: "B1",
                            key: "00",
                            digest: "00",
                            size: 12,
                            name: "申请书.pdf",
                            mediaType: "application/pdf"
                        )
                    ]
                )
            ]
        )
        let command = SubmitApplication(
            item: item ?? license,
            channel: .online,
            applicant: .person(name: name, identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: submission,
            queryDigest: "digest"
        )
        return try await submit(command, by: Actor(kind: .visitor, id: "visitor"), key: key)
    }

    // MARK: Settling

    private mutating func settle() async throws {
        let clerk = Actor(kind: .officer, id: "founder")
        let since: Day = "2026-01-05"
        guard let division = Division.Code(TestHouse.division) else { return }
        agency = try await submit(
            RegisterAgency(
                Agency.Profile(
                    code: "11511301008778183N",
                    name: "演示区教育局",
                    shortName: "演示教",
                    division: division
                ),
                from: since
            ),
            by: clerk
        )
        let staff: [(Responsibility, [String])] = [
            (.reception, ["演示窗口"]), (.handle, ["演示承办甲", "演示承办乙"]), (.review, ["演示审核"]), (.approve, ["演示批准"]),
        ]
        for (responsibility, names) in staff {
            try await appoint(names, responsibility, division, since, clerk)
        }
        try await publishLicense(clerk, since)
    }

    private mutating func appoint(
        _ names: [String],
        _ responsibility: Responsibility,
        _ division: Division.Code,
        _ since: Day,
        _ clerk: Actor
    ) async throws {
        let post = try await submit(
            CreatePost("\(responsibility.chinese)岗", for: responsibility, in: agency, from: since),
            by: clerk
        )
        try await appoint(names, responsibility, to: post, division, since, clerk)
    }

    private mutating func appoint(
        _ names: [String],
        _ responsibility: Responsibility,
        to post: Directory.Post.ID,
        _ division: Division.Code,
        _ since: Day,
        _ clerk: Actor
    ) async throws {
        for name in names {
            let number = firstCertificate + officers.values.reduce(0) { $0 + $1.count }
            let officer = try await employ(name, responsibility, at: post, division, since, number)
            if responsibility == .legalReview {
                try await submit(
                    RecordLegalQualification(Officer.ID(officer.id), number: "A\(number)", from: since),
                    by: clerk
                )
            }
            officers[responsibility, default: []].append(officer)
        }
    }

    /// Employs somebody certified beside the first holder of such a post, without a legal qualification.
    package func colleague(
        of responsibility: Responsibility,
        named name: String,
        certificate: Int = 990_001
    ) async throws -> Actor {
        guard let post = try officer(responsibility).post, let division = Division.Code(TestHouse.division) else {
            throw DirectoryError.unknownOfficer(Officer.ID(name))
        }
        return try await employ(name, responsibility, at: Directory.Post.ID(post), division, "2026-01-05", certificate)
    }

    private func employ(
        _ name: String,
        _ responsibility: Responsibility,
        at post: Directory.Post.ID,
        _ division: Division.Code,
        _ since: Day,
        _ number: Int
    ) async throws -> Actor {
        let clerk = Actor(kind: .officer, id: "founder")
        let officer = try await submit(RegisterOfficer(name, of: agency, from: since), by: clerk)
        try await submit(AppointOfficer(officer, to: post, from: since), by: clerk)
        let terms = Certificate.Terms(
            number: Certificate.Number("2316\(number)"),
            kind: responsibility.certificateKind,
            scope: EnforcementCategory.allCases,
            area: division,
            issuer: "演示省人民政府",
            validFrom: since,
            validTo: "2028-12-31"
        )
        try await qualify(officer, on: since)
        try await submit(IssueCertificate(terms, to: officer), by: clerk)
        return Actor(kind: .officer, id: officer.text, post: post.text, agency: agency.text)
    }

    /// Records the training and the exams without which nobody is certified.
    package func qualify(_ officer: Officer.ID, on day: Day) async throws {
        for training in RecordTraining.qualifying([officer], on: day) {
            try await submit(training, by: Actor(kind: .officer, id: "founder"))
        }
    }

    /// Appoints who reviews the legality of a matter, who chairs hearings, and a third officer who handles cases;
    /// licenses need none of them.
    package mutating func appointReviewerAndChair() async throws {
        guard let division = Division.Code(TestHouse.division) else { return }
        let clerk = Actor(kind: .officer, id: "founder")
        try await appoint(["演示法制审核"], .legalReview, division, "2026-01-05", clerk)
        try await appoint(["演示主持"], .hearingChair, division, "2026-01-05", clerk)
        guard let handling = try officer(.handle).post else { return }
        try await appoint(["演示承办丙"], .handle, to: Directory.Post.ID(handling), division, "2026-01-05", clerk)
    }

    /// Another agency of the government, with officers of its own; the house returned acts for it.
    package func neighbor() async throws -> TestHouse {
        let profile = Agency.Profile(
            code: "11511602MB1234567X",
            name: "演示区民政局",
            shortName: "演示民",
            division: "511602"
        )
        return try await neighbor(profile, [(.handle, ["民政甲", "民政乙", "民政丙"]), (.approve, ["民政批准"])], 100)
    }

    /// The government of both agencies, with somebody who decides for it.
    package func government() async throws -> TestHouse {
        let profile = Agency.Profile(
            code: "115116020086810123",
            name: "演示区人民政府",
            shortName: "演示政",
            division: "511602"
        )
        return try await neighbor(profile, [(.approve, ["政府批准"])], 200)
    }

    private func neighbor(
        _ profile: Agency.Profile,
        _ staff: [(Responsibility, [String])],
        _ certificates: Int
    ) async throws -> TestHouse {
        let clerk = Actor(kind: .officer, id: "founder")
        let since: Day = "2026-01-05"
        var other = self
        other.agency = try await submit(RegisterAgency(profile, from: since), by: clerk)
        other.officers = [:]
        other.firstCertificate += certificates
        for (responsibility, names) in staff {
            try await other.appoint(names, responsibility, profile.division, since, clerk)
        }
        return other
    }

    /// Publishes a power whose process is one of the ready ones, with the statute's limit as its promise.
    package func publish(
        _ template: ProcessTemplate,
        _ category: PowerCategory,
        named name: String
    ) async throws
        -> PowerItem.ID
    {
        try await publish(template.definition(), within: template.statutory, category, named: name)
    }

    /// Publishes a power with a process of its own.
    package func publish(
        _ process: ProcessDefinition,
        within limit: Period,
        _ category: PowerCategory,
        named name: String
    ) async throws -> PowerItem.ID {
        let clerk = Actor(kind: .officer, id: "founder")
        if process.id.text != ProcessTemplate.licensingPrompt.rawValue {
            try await submit(PublishProcess(definition: process, promised: limit, statutory: limit), by: clerk)
        }
        var content = ItemContent(
            code: "DEMO-\(process.id)",
            name: name,
            category: category,
            bases: [LegalBasis("中华人民共和国行政处罚法", 57)]
        )
        let own = try await log.read(TestHouse.realm) { [agency] in
            try $0.state(AgencyEntry.self, agency.text).state.agency
        }
        content.agency = AgencyReference(
            id: agency.text,
            code: "11511301008778183N",
            name: own?.profile.name ?? ""
        )
        content.division = TestHouse.division
        content.statutoryLimit = StatutoryLimit(limit, source: LegalBasis("中华人民共和国行政处罚法", 60))
        content.promisedLimit = limit
        content.conditions = ["符合法定情形"]
        content.materials = []
        content.fee = Fee(isCharged: false)
        content.remedies = ["行政复议", "行政诉讼"]
        content.process = ProcessReference(id: process.id.text, version: process.version)
        let item = try await submit(DraftPowerItem(item: nil, content: content), by: clerk)
        try await submit(SubmitPowerItem(item: item), by: clerk)
        try await submit(ConfirmPowerItem(item: item), by: Actor(kind: .officer, id: "legal"))
        let publisher = Actor(kind: .officer, id: "publisher")
        try await submit(PublishPowerItem(item: item, inForceFrom: clock.now.day), by: publisher)
        return item
    }

    /// Brings a license into force that is kept out of every public view, with the fields of the public one.
    package func exemptLicense(named name: String) async throws -> PowerItem.ID {
        let versions = try await log.read(TestHouse.realm) { try $0.state(PowerItem.self, license.text).state.versions }
        guard var content = versions.last?.content else { throw CatalogError.unknownItem(license.text) }
        content.code = "511A9900000000-\(TestHouse.division)-000-11511301008778183N-1-00"
        content.name = name
        content.secrecy = SecrecyGround(basis: LegalBasis("政府信息公开条例", 14), reason: "国家秘密", decidedBy: "区保密局")
        let item = try await submit(
            DraftPowerItem(item: nil, content: content),
            by: Actor(kind: .officer, id: "founder")
        )
        try await submit(SubmitPowerItem(item: item), by: Actor(kind: .officer, id: "founder"))
        try await submit(ConfirmPowerItem(item: item), by: Actor(kind: .officer, id: "legal"))
        let publisher = Actor(kind: .officer, id: "publisher")
        try await submit(PublishPowerItem(item: item, inForceFrom: clock.now.day), by: publisher)
        return item
    }

    private mutating func publishLicense(_ clerk: Actor, _ since: Day) async throws {
        let process = try ProcessTemplate.licensingPrompt.definition()
        try await submit(
            PublishProcess(definition: process, promised: .workingDays(15), statutory: .workingDays(20)),
            by: clerk
        )
        var content = ItemContent(
            code: "511A0138600000-\(TestHouse.division)-000-11511301008778183N-1-00",
            name: "民办幼儿园设立审批",
            category: .license,
            bases: [LegalBasis("中华人民共和国民办教育促进法", 12)]
        )
        content.agency = AgencyReference(id: agency.text, code: "11511301008778183N", name: "演示区教育局")
        content.division = TestHouse.division
        content.statutoryLimit = StatutoryLimit(.workingDays(20), source: LegalBasis("中华人民共和国行政许可法", 42))
        content.promisedLimit = .workingDays(15)
        content.conditions = ["具备与所开办教育机构相适应的条件"]
        content.materials = [Material(name: "申请书"), Material(name: "章程", necessity: .optional)]
        content.fee = Fee(isCharged: false)
        content.remedies = ["行政复议", "行政诉讼"]
        content.permitName = "民办学校办学许可证"
        content.process = ProcessReference(id: process.id.text, version: process.version)
        content.form = [FormField(key: "purpose", label: "申请事由", kind: .line)]
        license = try await submit(DraftPowerItem(item: nil, content: content), by: clerk)
        try await submit(SubmitPowerItem(item: license), by: clerk)
        try await submit(ConfirmPowerItem(item: license), by: Actor(kind: .officer, id: "legal"))
        try await submit(
            PublishPowerItem(item: license, inForceFrom: since),
            by: Actor(kind: .officer, id: "publisher")
        )
    }
}
