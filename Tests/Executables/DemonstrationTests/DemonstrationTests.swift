import Access
import BlobStore
import Codes
import Composition
import Cryptography
import Database
import Directory
import EventLog
import Kernel
import Supervision
import Synchronization
import TestSupport
import Testing
import TransparencyLog

@testable import Demonstration

@Suite("The demonstration")
struct DemonstrationTests {
    /// A small history in memory, and what it left.
    private struct History {
        let report: Demonstration.Report
        let root: Digest
        let heads: [RealmHead]
        let stages: Set<String>
        let findings: Int64
        /// The rules of which it has findings.
        let rules: Set<String>
    }

    private static func make(seed: UInt64, cases: Int) async throws -> History {
        let folder = try TemporaryFolder()
        let database = try await StorageEngine.sqlite.open(Modules.migrations)
        let ring = KeyRing.ephemeral(randomness: SeededRandomness(seed: 7))
        let modules = try Modules()
        let realm = Realm(1)
        let log = EventLog(
            database: database,
            registry: EventRegistry(Modules.families),
            projections: Modules.projections(ring),
            reactors: [],
            ring: ring,
            clock: SystemClock(),
            randomness: SystemRandomness()
        )
        try await log.create(realm, isDemonstration: true)
        let demonstration = Demonstration(
            DemonstrationPlan(seed: seed, cases: cases, lastDay: "2026-11-20"),
            on: database,
            realm: realm,
            ring: ring,
            modules: modules,
            blobs: try BlobStore(folder: folder.file("blobs"))
        ) { _ in }
        let accounts = AccessStore(
            database: database,
            hashing: PasswordHashing(cost: PasswordCost(memoryKiB: 8, passes: 1, lanes: 1)),
            clock: SystemClock(),
            randomness: SystemRandomness(),
            factorKey: SecretKey(randomness: SystemRandomness())
        )
        let report = try await demonstration.load(accounts: accounts)
        let tree = Mutex(Frontier())
        _ = try await log.verify(realm) { commitment in
            tree.withLock { $0.append(MerkleHash.leaf(commitment)) }
        }
        return try await History(
            report: report,
            root: tree.withLock { $0.root },
            heads: database.read { reader in try reader.realmHeads() },
            stages: database.read { reader in
                Set(try reader.rows("SELECT DISTINCT stage FROM case_file").map { row in try row["stage"] as String })
            },
            findings: database.read { reader in try reader.value("SELECT COUNT(*) FROM finding") ?? 0 },
            rules: database.read { reader in
                Set(try reader.rows("SELECT DISTINCT rule FROM finding").map { row in try row["rule"] as String })
            }
        )
    }

    @Test("the same seed and last day give the same history to the last bit, another seed another one")
    func deterministic() async throws {
        let first = try await DemonstrationTests.make(seed: 3, cases: 25)
        let second = try await DemonstrationTests.make(seed: 3, cases: 25)
        let other = try await DemonstrationTests.make(seed: 4, cases: 25)
        #expect(first.report == second.report)
        #expect(first.root == second.root)
        #expect(first.root != other.root)
        // Twenty-five applications, and one matter that an agency took up by itself.
        #expect(first.report.cases == 26)
        #expect(first.stages.contains("closed"))
        #expect(first.findings > 0)
        #expect(first.heads.first?.recordedAt.day == "2026-11-20")
    }

    /// What guards and the shipped processes let nobody do, so that there can be no finding.
    ///
    /// These rules watch what is drawn or comes in otherwise; their breaches are planted in the mutated history.
    private static let guarded: Set<RuleCode> = [
        .repeatedCorrection, .correctionAfterAcceptance, .early, .material, .noProcess, .afterClosing, .reasons,
        .twoOfficers, .certificate, .recused, .untold, .unreviewed, .undiscussed, .simpleProcedure, .feeDeviation,
        .withdrawnLate, .summary,
    ]
    /// What the demonstration has no example of yet.
    private static let unshown: Set<RuleCode> = [
        .catalogField, .chart, .standard, .renewal, .dispute, .seal,
        // No item has been in force for two years, and nothing that a benchmark rests on has fallen.
        .idle, .benchmarkFallen, .benchmarkUnanswered,
    ]

    @Test("every rule in code has a finding in the demonstration, but those named here")
    func everyRule() async throws {
        let shown = try await DemonstrationTests.make(seed: 1, cases: 300).rules
        for code in RuleCode.allCases + RuleCode.comparisons {
            let isExpected = !DemonstrationTests.guarded.contains(code) && !DemonstrationTests.unshown.contains(code)
            #expect(shown.contains(code.rawValue) == isExpected, "\(code.rawValue)")
        }
    }

    @Test("who goes along to a verification sits at the same desk, also where the agency has others who handle")
    func desks() {
        let members = StaffPlan.seats.map { seat in
            let actor = Actor(kind: .officer, id: seat.signInName.text, post: seat.post, agency: seat.agency)
            return Staff.Member(seat: seat, officer: Officer.ID(seat.signInName.text), name: "", actor: actor)
        }
        let staff = Staff(members: members, agencies: [:])
        for agency in Set(StaffPlan.seats.map(\.agency)) {
            let posts = Set((0..<6).compactMap { staff.actor(.handle, of: agency, $0)?.post })
            #expect(posts.count <= 1, "\(agency)")
        }
    }

    @Test("made-up codes are whole, and belong to nobody")
    func people() throws {
        let chance = SeededRandomness(seed: 1)
        for _ in 1...200 {
            let person = SyntheticPerson(chance)
            let number = try IdentityNumber.parse(person.identityNumber)
            #expect(number.warnings.isEmpty)
            #expect(person.identityNumber.dropFirst(14).prefix(3) == "000")
            #expect(try CreditCode.parse(SyntheticOrganization(chance).code).warnings.isEmpty)
        }
    }

    @Test("every agency of the list gets a code that the directory takes, each its own")
    func agencies() throws {
        let profiles = try DemonstrationAgencies().profiles
        #expect(profiles.count == 27)
        #expect(Set(profiles.map(\.code)).count == 27)
        for profile in profiles { #expect(throws: Never.self) { try CreditCode.parse(profile.code) } }
    }

    @Test("the common password obeys the rules for every account")
    func password() throws {
        for seat in StaffPlan.seats {
            #expect(throws: Never.self) {
                try PasswordRules().check(DemonstrationAccounts.password, for: seat.signInName)
            }
        }
    }

    @Test("the simulated clock never goes back")
    func clock() {
        let clock = SimulatedClock(Instant("2026-03-01", hour: 9))
        clock.advance(to: Instant("2026-02-01", hour: 9))
        #expect(clock.now == Instant("2026-03-01", hour: 9))
    }
}
