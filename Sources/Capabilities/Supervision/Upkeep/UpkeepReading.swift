import Casework
package import Catalog
import Directory
import EventLog
package import Kernel
import Participation
import Processes
import TimeLimits

/// By when things beside the cases are to be done, as their owners have it.
package struct UpkeepTerms: Sendable {
    /// Within which period a flow chart that changed is published again.
    package let chartWithin: Period
    /// Within which period a new version of a standard is adopted.
    package let standardWithin: Period
    package let lists: [OfficialListKind]

    package init(chartWithin: Period, standardWithin: Period, lists: [OfficialListKind]) {
        self.chartWithin = chartWithin
        self.standardWithin = standardWithin
        self.lists = lists
    }
}

extension EventReading {
    /// Returns what wants looking after beside the cases on `day`, by kind.
    ///
    /// What nobody knows the agency of, and lists that a division keeps, are not among it.
    func upkeepConcerns(
        on day: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar,
        _ memory: inout UpkeepMemory
    ) throws -> [UpkeepConcern] {
        let agencies = try reader.agencies(in: realm, on: day)
        return try agencies.flatMap { try itemConcerns(of: $0.id, on: day, terms, in: calendar, &memory) }
            + legalTaskConcerns(on: day) + standardConcerns(on: day, terms.standardWithin, in: calendar)
            + listConcerns(of: agencies.map(\.id), on: day, terms, in: calendar)
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
        let items = try memory.items.values(of: rows.map(\.id.text), in: self) { ItemUpkeep($0) }
        return try rows.flatMap { row in
            guard let item = items[row.id.text] else { return [UpkeepConcern]() }
            let subject = FindingSubject.item(row.id.text)
            var concerns: [UpkeepConcern] = []
            if let fields = item.missing(on: day) {
                concerns.append(UpkeepConcern(.fieldMissing, of: agency, subject, name: row.name, detail: fields))
            }
            if let due = try chartDue(item.changedProcess, terms.chartWithin, in: calendar), due < day {
                concerns.append(UpkeepConcern(.chartOverdue, of: agency, subject, name: row.name, due: due))
            }
            return concerns
        }
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

    private func legalTaskConcerns(on day: Day) throws -> [UpkeepConcern] {
        try unansweredItems(on: day).map { item in
            UpkeepConcern(
                .legalTaskOverdue,
                of: Agency.ID(item.agency),
                .item(item.id.text),
                name: item.name,
                due: item.due
            )
        }
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

    private func listConcerns(
        of agencies: [Agency.ID],
        on today: Day,
        _ terms: UpkeepTerms,
        in calendar: WorkingCalendar
    ) throws -> [UpkeepConcern] {
        let kept = Dictionary(grouping: try officialLists(), by: \.owner)
        let asked = terms.lists.filter { $0.keeper == .agency }
        return try agencies.flatMap { agency in
            let published = (kept[agency.text] ?? []).filter { $0.version > 0 }
            let missing = asked.filter { kind in !published.contains { $0.kind == kind.code } }
            let all = missing.map(\.chinese).joined(separator: "、")
            return try (missing.isEmpty ? [] : [UpkeepConcern(.listMissing, of: agency, .agency(agency), name: all)])
                + asked.compactMap { kind in
                    guard let list = published.first(where: { $0.kind == kind.code }), list.filedOn == nil,
                        let within = kind.filedWithin, let day = list.publishedOn
                    else {
                        return nil
                    }
                    let due = try SourcedPeriod(within, source: kind.source).day(from: day, in: calendar)
                    guard due < today else { return nil }
                    return UpkeepConcern(.listNotFiled, of: agency, .list(kind.code), name: kind.chinese, due: due)
                }
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
        return letters + requests + ratings + opinions
    }
}
