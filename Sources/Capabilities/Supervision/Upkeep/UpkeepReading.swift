import Casework
package import Catalog
package import Directory
package import Discretion
package import EventLog
package import Kernel
import Participation
import Processes
import TimeLimits

/// By when things beside the cases are to be done, as their owners have it.
package struct UpkeepTerms: Sendable {
    /// How items enter and are adjusted: by when charts are published again, standards adopted, adjustments handed in.
    package let confirmation: ConfirmationRoutes
    package let lists: [OfficialListKind]
    /// Who confirms the items of which division; nobody by default.
    package let offices: @Sendable (EventReading, Day) throws -> [ConfirmingOffice]
    /// Whose officers agree to bodies and levels (机构编制部门); nobody by default.
    package let establishments: @Sendable (EventReading, Day) throws -> [ConfirmingOffice]
    /// Which benchmarks lost what they rest on; none by default.
    package let benchmarks: @Sendable (EventReading, Day) throws -> [BenchmarkTask]

    package init(
        confirmation: ConfirmationRoutes = .officeOnly,
        lists: [OfficialListKind],
        offices: @escaping @Sendable (EventReading, Day) throws -> [ConfirmingOffice] = { _, _ in [] },
        establishments: @escaping @Sendable (EventReading, Day) throws -> [ConfirmingOffice] = { _, _ in [] },
        benchmarks: @escaping @Sendable (EventReading, Day) throws -> [BenchmarkTask] = { _, _ in [] }
    ) {
        self.confirmation = confirmation
        self.lists = lists
        self.establishments = establishments
        self.benchmarks = benchmarks
        self.offices = offices
    }
}

/// An agency whose officers confirm the items of a division (法制机构), or agree to them after that.
package struct ConfirmingOffice: Hashable, Sendable {
    package let agency: Agency.ID
    package let division: Division.Code

    package init(agency: Agency.ID, division: Division.Code) {
        self.agency = agency
        self.division = division
    }
}

extension [ConfirmingOffice] {
    /// The one nearest to a division, by its digits; `nil` where none confirms its items.
    func nearest(to division: String?) -> Agency.ID? {
        guard let code = division.flatMap({ Division.Code($0) }) else { return nil }
        return filter { $0.division.contains(code) }.max { $0.division.digits.count < $1.division.digits.count }?
            .agency
    }
}

extension EventReading {
    /// Returns what wants looking after beside the cases on `day`, by kind.
    ///
    /// What nobody knows the agency of is not among it.
    func upkeepConcerns(
        on day: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let agencies = try reader.agencies(in: realm, on: day)
        let (offices, establishments) = (try terms.offices(self, day), try terms.establishments(self, day))
        return try agencies.flatMap { try itemConcerns(of: $0.id, on: day, terms, in: calendar, &memory) }
            + draftConcerns(on: day, terms, offices, establishments, in: calendar, &memory)
            + legalTaskConcerns(on: day, offices) + benchmarkConcerns(on: day, terms, offices, &memory)
            + standardConcerns(on: day, terms.confirmation.standardWithin, in: calendar)
            + listConcerns(of: agencies, on: day, terms, offices, in: calendar, &memory)
            + letterConcerns(on: day) + disputeConcerns(on: day)
    }

    private func disputeConcerns(on day: Day) throws -> [UpkeepConcern] {
        try overdueDisputes(on: day).map { dispute in
            UpkeepConcern(
                .disputeOverdue,
                of: Agency.ID(dispute.owing),
                .caseNumber(dispute.number),
                name: dispute.number,
                detail: dispute.isReported ? "指定管辖" : "协商解决",
                due: dispute.dueOn
            )
        }
    }

    private func itemConcerns(
        of agency: Agency.ID,
        on day: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let rows = try reader.confirmedItems(ofAgency: agency.text, in: realm, on: day)
        let items = try memory.items.values(of: rows.map(\.id.text), in: self) { ItemUpkeep($0, terms.confirmation) }
        return try rows.flatMap { row in
            guard let item = items[row.id.text] else { return [UpkeepConcern]() }
            let subject = FindingSubject.item(row.id.text)
            var concerns: [UpkeepConcern] = []
            if let fields = item.missing(on: day) {
                concerns.append(UpkeepConcern(.fieldMissing, of: agency, subject, name: row.name, detail: fields))
            }
            if let due = try chartDue(item.changedProcess, terms.confirmation.chartWithin, in: calendar), due < day {
                concerns.append(UpkeepConcern(.chartOverdue, of: agency, subject, name: row.name, due: due))
            }
            if let idle = try idleness(item, row.code, on: day, terms.confirmation.idleAfter, in: calendar) {
                concerns.append(
                    UpkeepConcern(
                        .itemIdle,
                        of: agency,
                        subject,
                        name: row.name,
                        detail: idle.since.chinese,
                        due: idle.until
                    )
                )
            }
            return concerns
        }
    }

    /// Since when nothing was received under an item and until when that was of no note; `nil` while it still is.
    ///
    /// Asks for cases only where the item itself is old enough: most of a catalog is not looked up.
    private func idleness(
        _ item: ItemUpkeep,
        _ code: String,
        on day: Day,
        _ after: Period,
        in calendar: WorkingCalendar
    ) throws -> (since: Day, until: Day)? {
        let period = SourcedPeriod(after, source: "")
        guard let first = item.exercisableSince, try period.day(from: first, in: calendar) < day else { return nil }
        let since = try lastReceived(ofItem: code).map { max($0, first) } ?? first
        let until = try period.day(from: since, in: calendar)
        return until < day ? (since, until) : nil
    }

    /// By when the chart of a changed process is published with the item; `nil` where nothing changed.
    private func chartDue(
        _ process: ProcessReference?,
        _ within: Period,
        in calendar: WorkingCalendar
    ) throws -> Day? {
        guard let process else { return nil }
        let key = PublishedProcess.key(id: process.id, version: process.version)
        let published = try state(PublishedProcess.self, key).state.published
        return try published.map { try SourcedPeriod(within, source: "").day(from: $0.publishedOn, in: calendar) }
    }

    private func draftConcerns(
        on day: Day,
        _ terms: UpkeepTerms,
        _ offices: [ConfirmingOffice],
        _ establishments: [ConfirmingOffice],
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let ids = try itemsInDraft(at: ["drafted", "submitted", "confirmed"])
        let items = try memory.items.values(of: ids.map(\.text), in: self) { ItemUpkeep($0, terms.confirmation) }
        return try ids.compactMap { id in
            guard let item = items[id.text], let duty = item.duty else { return nil }
            let due = try SourcedPeriod(duty.within, source: "").day(from: duty.from, in: calendar)
            guard due < day else { return nil }
            let office = offices.nearest(to: item.division)
            func waits(for agency: Agency.ID?, _ step: String) -> UpkeepConcern? {
                agency.map {
                    UpkeepConcern(
                        .confirmationOverdue,
                        of: $0,
                        .item(id.text),
                        name: item.name,
                        detail: step,
                        due: due
                    )
                }
            }
            switch duty.step {
            case .handIn:
                return item.agency.map {
                    UpkeepConcern(
                        .adjustmentOverdue,
                        of: Agency.ID($0),
                        .item(id.text),
                        name: item.name,
                        detail: item.adjustment,
                        due: due
                    )
                }
            case .review: return waits(for: office, "审核确认或者退回")
            case .consent(let station) where station.isRecorded:
                return waits(for: office, "登记\(station.chinese)的意见或者退回")
            case .consent(let station):
                let seat = establishments.nearest(to: item.division) ?? office
                return waits(for: seat, "由\(station.chinese)同意或者退回")
            case .publish: return waits(for: office, "公布或者退回")
            }
        }
    }

    private func legalTaskConcerns(on day: Day, _ offices: [ConfirmingOffice]) throws -> [UpkeepConcern] {
        let unanswered = try overdueLegalTasks(at: .open, on: day).compactMap { item in
            item.agency.map {
                UpkeepConcern(.legalTaskOverdue, of: Agency.ID($0), .item(item.id.text), name: item.name, due: item.due)
            }
        }
        let undecided = try overdueLegalTasks(at: .answered, on: day).compactMap { item in
            offices.nearest(to: item.division).map {
                UpkeepConcern(.legalDecisionOverdue, of: $0, .item(item.id.text), name: item.name, due: item.due)
            }
        }
        return unanswered + undecided
    }

    private func standardConcerns(
        on day: Day,
        _ within: Period,
        in calendar: WorkingCalendar
    ) throws -> [UpkeepConcern] {
        try outdatedImplementations().compactMap { own in
            let due = try SourcedPeriod(within, source: "").day(from: own.outdatedSince, in: calendar)
            guard due < day, let agency = own.agency else { return nil }
            return UpkeepConcern(
                .standardOutdated,
                of: Agency.ID(agency),
                .item(own.item.text),
                name: own.name,
                detail: "第 \(own.version) 版（现行第 \(own.newest) 版）",
                due: due
            )
        }
    }

    private func letterConcerns(on day: Day) throws -> [UpkeepConcern] {
        let letters = try overdueLetters(on: day).map { letter in
            UpkeepConcern(
                .letterOverdue,
                of: Agency.ID(letter.agency),
                .letter(letter.row.id.text),
                name: letter.row.number,
                detail: letter.row.kind.chinese,
                due: letter.row.dueOn
            )
        }
        let outcomes = try unpublishedOutcomes(on: day).map { outcome in
            UpkeepConcern(
                .outcomeUnpublished,
                of: Agency.ID(outcome.agency),
                .letter(outcome.row.id.text),
                name: outcome.row.number,
                detail: outcome.row.kind.chinese,
                due: outcome.publishBy
            )
        }
        let requests = try informationRequestsStillLate().map { request in
            UpkeepConcern(
                .informationOverdue,
                of: Agency.ID(request.agency),
                .letter(request.id.text),
                name: request.number,
                due: request.lateOn
            )
        }
        let ratings = try unansweredRatings(on: day).map { rating in
            UpkeepConcern(
                .ratingUnanswered,
                of: Agency.ID(rating.agency),
                .letter(rating.caseFile.text),
                name: rating.caseNumber,
                due: rating.answerBy
            )
        }
        let opinions = try overdueOpinions(on: day).map { opinion in
            UpkeepConcern(
                .opinionUnanswered,
                of: Agency.ID(opinion.agency),
                .letter(opinion.id.text),
                name: opinion.number,
                due: opinion.answerBy
            )
        }
        return letters + outcomes + requests + ratings + opinions
    }
}
