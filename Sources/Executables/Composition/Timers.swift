import Access
import Bookings
import Casework
import Catalog
import Discretion
package import EventLog
package import Kernel
import Participation
package import Supervision

/// What happens by the passing of time alone; called at intervals, and between the days of a simulation.
package struct Timers: Sendable {
    private let log: EventLog
    private let realm: Realm
    private let findings: DueTimers
    private let orders: OrderTimers
    private let explanations: ExplanationTimers
    private let parameters: ParameterTimers
    private let information: InformationTimers
    private let bookings: BookingTimers
    private let staff: StaffTimers
    private let upkeep: UpkeepTimers
    private let comparisons: ComparisonTimers

    /// Timers over a log.
    ///
    /// - Parameters:
    ///   - log: where they write.
    ///   - realm: the data home.
    ///   - modules: with the supervisor that the log's reactor has.
    ///   - steps: the table of the realm's steps.
    ///   - isOrdered: one after the other, so that the same history gives the same log.
    package init(
        log: EventLog,
        realm: Realm,
        modules: Modules,
        steps: StepTableKeeper,
        isOrdered: Bool = false
    ) {
        self.log = log
        self.realm = realm
        let supervisor = modules.supervisor
        findings = DueTimers(log, supervisor, isOrdered: isOrdered)
        orders = OrderTimers(log)
        explanations = ExplanationTimers(log)
        parameters = ParameterTimers(log, supervisor)
        information = InformationTimers(log)
        bookings = BookingTimers(log, modules.bookings)
        staff = StaffTimers(log, supervisor)
        let serving = { @Sendable (action: Action, reading: EventReading, day: Day) in
            try reading.reader.officersServing(allowed: action, in: reading.realm, on: day).map {
                ConfirmingOffice(agency: $0.agency, division: $0.division)
            }
        }
        let terms = UpkeepTerms(
            confirmation: modules.confirmation,
            lists: modules.listKinds,
            offices: { try serving(.confirmItem, $0, $1) },
            establishments: { try serving(.agreeItem, $0, $1) },
            benchmarks: { try $0.benchmarkTasks(on: $1) }
        )
        upkeep = UpkeepTimers(log, supervisor, terms)
        comparisons = ComparisonTimers(log, supervisor, steps)
    }

    /// Does what is due at `now`; asked twice, nothing happens the second time.
    ///
    /// - Returns: what supervision found, with what could not be evaluated.
    @discardableResult
    package func fire(_ now: Instant) async throws -> DueTimers.Report {
        try await log.moveSucceededCases(in: realm)
        try await log.deemOverdueAccepted(in: realm)
        try await log.deemOverdueRenewed(in: realm)
        try await orders.fire(realm, now: now)
        try await explanations.fire(realm, now: now)
        try await parameters.fire(realm, now: now)
        try await information.fire(realm, now: now)
        try await bookings.fire(realm, now: now)
        let report = try await findings.fire(realm, now: now)
        try await staff.fire(realm, now: now)
        try await upkeep.fire(realm, now: now)
        try await comparisons.fire(realm, now: now)
        return report
    }
}
