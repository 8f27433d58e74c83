import Kernel
import Parties
import TimeLimits

/// Cases that stand out when they are compared, one example a rule.
struct StandingOut {
    /// In fewer there is nothing to compare with.
    static let fewestCases = 200
    /// Where the numbers of these cases begin.
    private static let numbers = 90_001

    private let plan: DemonstrationPlan
    private let items: [DemonstrationItem]
    private let calendar: WorkingCalendar
    private let chance: SeededRandomness

    init(
        _ plan: DemonstrationPlan,
        _ items: [DemonstrationItem],
        _ calendar: WorkingCalendar,
        _ chance: SeededRandomness
    ) {
        self.plan = plan
        self.items = items
        self.calendar = calendar
        self.chance = chance
    }

    /// Hurried examinations beside thorough ones (SEQ-BULK, SEQ-PACE), one applicant and one examiner (SEQ-DEALING), and
    /// what was entered two days late (SEQ-BACKFILL), each at an agency of its own.
    func applications() throws -> [PlannedCase] {
        var seen: Set<String> = []
        let places = items.filter { !$0.isExOfficio && seen.insert("\($0.agency)").inserted }
        guard places.count >= 3 else { return [] }
        let all =
            try hurried(places[0]) + dealings(places[1]) + enteredLate(places[2]) + neglected(places[1])
        return all
    }

    /// One served late (TIM-SERVE), one published late (PUB-LATE), one without its decision (CNT-DECISION), and one dated
    /// before it came (TIM-REG).
    private func neglected(_ item: DemonstrationItem) throws -> [PlannedCase] {
        var (served, published) = (
            try granted(300, item, on: workingDay(62)), try granted(301, item, on: workingDay(61))
        )
        try served.stretch(.serve, to: 12, calendar)
        try published.stretch(.publish, to: 9, calendar)
        var undocumented = try granted(302, item, on: workingDay(60))
        undocumented.lacksDecision = true
        var datedBack = try granted(303, item, on: workingDay(59))
        datedBack.isDatedBack = true
        return [served, published, undocumented, datedBack]
    }

    /// Whose reviewers let every case lie until the last day (SEQ-ATLIMIT).
    static let lastDayReviewers = "区林业局"

    private func hurried(_ item: DemonstrationItem) throws -> [PlannedCase] {
        let day = try workingDay(32)
        return try (0..<24).map { number in
            var planned = try granted(number, item, on: number < 12 ? day : workingDay(40 - number))
            planned.examiner = number < 12 ? 1 : 0
            guard number < 12 else { return planned }
            let accepted = Instant(day, hour: 15) + .seconds(60 * number)
            planned.appliedAt = Instant(day, hour: 14) + .seconds(60 * number)
            planned.moments[0] = planned.appliedAt + .seconds(60)
            planned.moments[1] = accepted
            // One every forty seconds.
            planned.moments[2] = Instant(day, hour: 15, minute: 12) + .seconds(40 * number)
            return planned
        }
    }

    private func dealings(_ item: DemonstrationItem) throws -> [PlannedCase] {
        let company = company()
        return try (0..<7).map { number in
            var planned = try granted(100 + number, item, on: workingDay(36 - 2 * number))
            planned.examiner = 0
            planned.applicant = company.party
            planned.applicantName = company.name
            return planned
        }
    }

    private func enteredLate(_ item: DemonstrationItem) throws -> [PlannedCase] {
        try (0..<8).map { number in
            var planned = try granted(200 + number, item, on: workingDay(36 - number))
            planned.examiner = 1
            planned.isEnteredLate = true
            return planned
        }
    }

    /// Two fines of one company below the hearing threshold (SEQ-SPLIT), and one six times as high as like ones (SEQ-PEERS).
    func enforcements() throws -> [PlannedEnforcement] {
        guard let item = items.first(where: \.isExOfficio) else { return [] }
        func planned(_ number: Int, _ story: EnforcementStory, _ daysBack: Int) throws -> PlannedEnforcement {
            try PlannedEnforcement(
                number: StandingOut.numbers + number,
                item: item,
                story: story,
                days: [workingDay(daysBack)],
                calendar: calendar,
                chance
            )
        }
        var (first, second) = (try planned(0, .fined, 76), try planned(1, .fined, 68))
        first.fine = .yuan(60_000)
        second.fine = .yuan(70_000)
        second.party = first.party
        second.partyName = first.partyName
        var high = try planned(2, .finedAfterHearing, 40)
        high.fine = .yuan(480_000)
        return [first, second, high]
    }

    private func company() -> (name: String, party: RegisterParty.Applicant) {
        let (person, organization) = (SyntheticPerson(chance), SyntheticOrganization(chance))
        let representative = LegalRepresentative(name: person.markedName, mobile: person.mobile)
        return (
            organization.name,
            .organization(name: organization.name, code: organization.code, representative: representative)
        )
    }

    private func granted(_ number: Int, _ item: DemonstrationItem, on day: Day) throws -> PlannedCase {
        var planned = try PlannedCase(
            number: StandingOut.numbers + number,
            items: [item],
            days: [day],
            calendar: calendar,
            chance
        )
        try planned.follow(.granted, calendar, chance)
        return planned
    }

    /// The working day on, or next before, so many days before the last.
    private func workingDay(_ daysBack: Int) throws -> Day {
        var day = plan.lastDay - daysBack
        while !calendar.isWorkingDay(day) { day = day - 1 }
        return day
    }
}
