package import Access
package import BlobStore
import Casework
package import Composition
package import Cryptography
package import Database
import Decisions
import Documents
import EventLog
package import Kernel
import Supervision
import TimeLimits

/// Makes the demonstration division: real items, synthetic people, and a history of cases driven by the real commands.
package struct Demonstration: Sendable {
    /// What was made.
    package struct Report: Hashable, Sendable {
        package let cases: Int
        package let moves: Int
        package let events: Int64
    }

    /// What the codes on the demonstration's documents lead to.
    private static let publicAddress = "http://127.0.0.1:8080"

    private let plan: DemonstrationPlan
    private let realm: Realm
    private let log: EventLog
    private let clock: SimulatedClock
    private let blobs: BlobStore
    private let ring: KeyRing
    /// Who works there, who applies, and whom the agencies take up: each draws for itself, so that one more officer does not
    /// change every case.
    private let staffing: SeededRandomness
    private let applications: SeededRandomness
    private let enforcement: SeededRandomness
    private let modules: Modules
    private let progress: @Sendable (String) -> Void

    /// Prepares a history on an empty realm that is marked as demonstration.
    ///
    /// - Parameters:
    ///   - plan: seed, count and last day.
    ///   - database: migrated, with the realm created.
    ///   - realm: the demonstration's.
    ///   - ring: the house's keys.
    ///   - modules: what the house registers.
    ///   - blobs: where the applicants' files go.
    ///   - progress: is told in words how far it is.
    package init(
        _ plan: DemonstrationPlan,
        on database: any SQLDatabase,
        realm: Realm,
        ring: KeyRing,
        modules: Modules,
        blobs: BlobStore,
        progress: @escaping @Sendable (String) -> Void
    ) {
        self.plan = plan
        self.realm = realm
        self.ring = ring
        self.blobs = blobs
        self.modules = modules
        self.progress = progress
        staffing = SeededRandomness(seed: plan.seed)
        applications = SeededRandomness(seed: plan.seed &+ 0x1000)
        enforcement = SeededRandomness(seed: plan.seed &+ 0x2000)
        clock = SimulatedClock(Instant(plan.foundedOn, hour: 9))
        log = EventLog(
            database: database,
            registry: EventRegistry(Modules.families),
            projections: Modules.projections(ring),
            reactors: modules.reactors,
            ring: ring,
            clock: clock,
            // Other numbers than chance draws, so that the history does not hang on how many the log takes.
            randomness: SeededRandomness(seed: ~plan.seed)
        )
    }

    /// Makes everything; returns what was made.
    package func load(accounts store: AccessStore) async throws -> Report {
        let founding = Founding(log: log, realm: realm, chance: staffing, day: plan.foundedOn)
        progress("机构、岗位、人员")
        let staff = try await founding.staff()
        try await DemonstrationAccounts.create(staff, in: store, realm: realm)
        try await founding.concerns(staff, lastDay: plan.lastDay)
        progress("流程、职权目录")
        let all = try await founding.catalog(staff)
        let unanswered = UnansweredRound(
            log: log,
            realm: realm,
            staff: staff,
            queryKey: ring.key(for: .receipt),
            clocks: modules.clocks,
            rules: modules.publicSupervision,
            chance: SeededRandomness(seed: plan.seed &+ 0x4000)
        )
        try await unanswered.run(on: plan.foundedOn)
        let items = all.filter { !$0.isExOfficio }
        guard !items.isEmpty else { throw DemonstrationFault.noItem }
        let files = try await MaterialFiles(
            of: Set(items.flatMap(\.materials)),
            in: blobs,
            created: clock.now,
            randomness: log.randomness
        )
        try await founding.waiting(staff)
        try await founding.filings(staff, files)
        try await founding.listsWaiting(staff)
        let moved = plan.foundedOn + 7
        clock.advance(to: Instant(moved, hour: 9))
        try await founding.guideChanged(staff, on: moved)
        let calendar = try NationalCalendar.load()
        let days = (plan.firstDay.ordinal...plan.lastDay.ordinal).map(Day.init(ordinal:)).filter(calendar.isWorkingDay)
        let plans = try (1...max(1, plan.cases)).map { number in
            var planned = try PlannedCase(number: number, items: items, days: days, calendar: calendar, applications)
            if plan.cases >= StandingOut.fewestCases,
                planned.item.agency == staff.agencies[StandingOut.lastDayReviewers]?.text
            {
                try planned.reviewOnLastDay(calendar)
            }
            return planned
        }
        let writer = CaseWriter(
            log: log,
            realm: realm,
            staff: staff,
            files: files,
            queryKey: ring.key(for: .receipt),
            calendar: calendar,
            issuer: issuer,
            documentsFrom: plan.lastDay - 29
        )
        let matters = try all.filter(\.isExOfficio).flatMap { item in
            try self.enforcements(of: item, on: days, staff, files, calendar)
        }
        let examples = try examples(all, staff, files, calendar)
        let happenings: [any Happening] =
            (plans + examples.applications).map { AppliedCase(plan: $0, writer: writer) } + matters
            + examples.enforcements
        let moves = try await simulate(happenings, staff, all, files, calendar)
        try await DelayRound(log: log, realm: realm, staff: staff, policy: modules.masking).run(on: clock.now.day)
        let supervisors = SupervisorRound(
            log: log,
            realm: realm,
            staff: staff,
            queryKey: ring.key(for: .receipt),
            rules: modules.publicSupervision
        )
        try await supervisors.run(on: clock.now.day)
        let bookings = BookingRound(
            log: log,
            realm: realm,
            staff: staff,
            queryKey: ring.key(for: .receipt),
            rules: modules.bookings,
            calendar: calendar,
            chance: SeededRandomness(seed: plan.seed &+ 0x5000)
        )
        try await bookings.run(on: clock.now.day, all)
        try await DossierRound(log: log, realm: realm, staff: staff, issuer: issuer).run(on: clock.now.day)
        try await founding.itemTables(staff, from: clock.now.day)
        try await founding.amendments(staff, all, files, on: clock.now.day)
        let events = try await log.read(realm) { try $0.nextPosition() }
        return Report(cases: happenings.count, moves: moves, events: events)
    }

    private var issuer: DocumentIssuer {
        DocumentIssuer(
            log: log,
            blobs: blobs,
            renderer: DocumentRenderer(),
            checkKey: ring.key(for: .receipt),
            publicAddress: Demonstration.publicAddress,
            isDemonstration: true
        )
    }

    /// Every story of a matter that the agency takes up by itself, as often as its weight says.
    private func enforcements(
        of item: DemonstrationItem,
        on days: [Day],
        _ staff: Staff,
        _ files: MaterialFiles,
        _ calendar: WorkingCalendar
    ) throws -> [any Happening] {
        let writer = enforcementWriter(staff, files, calendar)
        return try EnforcementStory.drawn(plan.cases).enumerated().map { index, story in
            Enforcement(
                plan: try PlannedEnforcement(
                    number: index + 1,
                    item: item,
                    story: story,
                    days: days,
                    calendar: calendar,
                    enforcement
                ),
                writer: writer
            )
        }
    }

    private func enforcementWriter(
        _ staff: Staff,
        _ files: MaterialFiles,
        _ calendar: WorkingCalendar
    ) -> EnforcementWriter {
        EnforcementWriter(
            log: log,
            realm: realm,
            staff: staff,
            issuer: issuer,
            calendar: calendar,
            documentsFrom: plan.lastDay - 29,
            scan: files.scan,
            recording: files.recording,
            modules: modules
        )
    }

    /// What stands out when cases are compared; a small history has no group to stand out from.
    private func examples(
        _ items: [DemonstrationItem],
        _ staff: Staff,
        _ files: MaterialFiles,
        _ calendar: WorkingCalendar
    ) throws -> (applications: [PlannedCase], enforcements: [any Happening]) {
        guard plan.cases >= StandingOut.fewestCases else { return ([], []) }
        let examples = StandingOut(plan, items, calendar, SeededRandomness(seed: plan.seed &+ 0x3000))
        let writer = enforcementWriter(staff, files, calendar)
        return (
            try examples.applications(),
            try examples.enforcements().map { Enforcement(plan: $0, writer: writer) }
        )
    }

    private func simulate(
        _ happenings: [any Happening],
        _ staff: Staff,
        _ items: [DemonstrationItem],
        _ files: MaterialFiles,
        _ calendar: WorkingCalendar
    ) async throws -> Int {
        let timers = Timers(
            log: log,
            realm: realm,
            modules: modules,
            steps: StepTableKeeper(log, realm),
            isOrdered: true
        )
        let (progress, first) = (progress, plan.firstDay)
        let simulation = Simulation(
            happenings: happenings,
            clock: clock,
            timers: { moment in
                let report = try await timers.fire(moment)
                if let failure = report.failures.first {
                    throw DemonstrationFault.refused(caseNumber: failure.key, move: "timer", reason: failure.value)
                }
            },
            findings: FindingRound(
                log: log,
                realm: realm,
                staff: staff,
                chance: applications,
                selfCorrection: files.selfCorrection
            ),
            supervision: SupervisionRound(
                log: log,
                realm: realm,
                staff: staff,
                masking: modules.masking,
                publicity: modules.publicity,
                limits: try OrderLimits.shipped(),
                schemes: try ScoreSchemes.shipped(),
                calendar: calendar
            ),
            duties: DutyRound(log: log, realm: realm, staff: staff, duties: try SupervisionDuties.shipped()),
            letters: LetterRound(
                log: log,
                realm: realm,
                staff: staff,
                items: items,
                queryKey: ring.key(for: .receipt),
                clocks: modules.clocks,
                limits: try OrderLimits.shipped(),
                lastDay: plan.lastDay
            ),
            ratings: RatingRound(log: log, realm: realm, staff: staff, clocks: modules.clocks),
            calendar: calendar,
            progress: { day, moves in
                let passed = day - first + 1
                if passed % 15 == 0 { progress("第 \(passed) 天（\(day)）：\(moves) 个步骤") }
            }
        )
        return try await simulation.run(from: plan.firstDay, through: plan.lastDay)
    }
}
