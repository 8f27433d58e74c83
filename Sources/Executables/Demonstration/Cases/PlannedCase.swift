import Casework
import Catalog
import Kernel
import Parties
import TimeLimits

/// A case as chance has planned it: who applies for what and when, and how it will go.
struct PlannedCase: Sendable {
    let number: Int
    let item: DemonstrationItem
    var story: Story
    var appliedAt: Instant
    let channel: ApplicationReceived.Channel
    var applicant: RegisterParty.Applicant
    var applicantName: String
    let answers: [FormAnswer]
    /// Which of two officers examines it.
    var examiner: Int
    /// The moments of the story's beats.
    var moments: [Instant]
    /// Whether what is done after acceptance is entered two days after it was done.
    var isEnteredLate = false
    /// Whether the acceptance is entered as of the day before the application came.
    var isDatedBack = false
    /// Whether nobody put the decision into the dossier.
    var lacksDecision = false
    /// Whether nobody put the notice of acceptance into the dossier (CNT-ACCEPTDOC).
    var lacksNotice: Bool { number % 60 == 7 }

    init(
        number: Int,
        items: [DemonstrationItem],
        days: [Day],
        calendar: WorkingCalendar,
        _ chance: SeededRandomness
    ) throws {
        self.number = number
        item = SyntheticNames.pick(items, chance)
        story = Story.drawn(chance.number(in: 0...(Story.totalWeight - 1)))
        channel = chance.number(in: 0...9) < 7 ? .online : .window
        examiner = chance.number(in: 0...1)
        let person = SyntheticPerson(chance)
        let organization = SyntheticOrganization(chance)
        if chance.number(in: 0...9) < 6 {
            applicant = .organization(
                name: organization.name,
                code: organization.code,
                representative: LegalRepresentative(name: person.markedName, mobile: person.mobile)
            )
            applicantName = organization.name
        } else {
            applicant = .person(
                name: person.markedName,
                identityNumber: person.identityNumber,
                mobile: person.mobile
            )
            applicantName = person.markedName
        }
        answers = PlannedCase.answers(item.form, number) {
            PlannedCase.answer(to: $0, person, organization, $1 ?? chance)
        }
        let day = SyntheticNames.pick(days, chance)
        appliedAt = PlannedCase.moment(on: day, chance)
        moments = try PlannedCase.moments(of: story, from: appliedAt, calendar, chance)
    }

    /// Lets the case go another way, in its own time.
    mutating func follow(_ other: Story, _ calendar: WorkingCalendar, _ chance: SeededRandomness) throws {
        story = other
        moments = try PlannedCase.moments(of: other, from: appliedAt, calendar, chance)
    }

    /// Lets every review end on the last day of its limit, and what follows as much later.
    mutating func reviewOnLastDay(_ calendar: WorkingCalendar) throws { try stretch(.agree, to: 2, calendar) }

    /// Lets a move come so many working days after the one before, and what follows as long after it as planned.
    mutating func stretch(_ move: CaseMove, to days: Int, _ calendar: WorkingCalendar) throws {
        var (before, last) = (appliedAt, appliedAt)
        for (index, beat) in story.beats.enumerated() {
            let planned = moments[index]
            let gap = try calendar.workingDays(after: before.day, through: planned.day)
            let count = beat.move == move ? days : gap
            let day = count == 0 ? last.day : try calendar.day(count, workingDaysAfter: last.day)
            let ofDay = Instant(day) + .seconds((planned.milliseconds - Instant(planned.day).milliseconds) / 1_000)
            last = max(last + .seconds(300), ofDay)
            before = planned
            moments[index] = last
        }
    }

    /// Each beat its working days later, at an hour of the office; never earlier than the beat before.
    private static func moments(
        of story: Story,
        from start: Instant,
        _ calendar: WorkingCalendar,
        _ chance: SeededRandomness
    ) throws -> [Instant] {
        var last = start
        return try story.beats.map { beat in
            let count = chance.number(in: beat.days)
            let day = count == 0 ? last.day : try calendar.day(count, workingDaysAfter: last.day)
            last = max(last + .seconds(300 + chance.number(in: 0...1500)), moment(on: day, chance))
            return last
        }
    }

    private static func moment(on day: Day, _ chance: SeededRandomness) -> Instant {
        let isMorning = chance.number(in: 0...1) == 0
        let minute = chance.number(in: 0...170)
        return Instant(day, hour: isMorning ? 9 : 14) + .seconds(60 * minute + chance.number(in: 0...59))
    }

    /// Answers each question that the answers before it ask; what is not asked of everybody has a chance of its own, so
    /// that it leaves the rest of the history as it was.
    private static func answers(
        _ form: [FormField],
        _ number: Int,
        _ answer: (FormField, SeededRandomness?) -> String
    ) -> [FormAnswer] {
        let aside = SeededRandomness(seed: UInt64(number))
        let always = Set(form.filter { $0.condition == nil }.map(\.key))
        var stated: [String: String] = [:]
        while let field = AskedForm(form, stated).asked.first(where: { stated[$0.key] == nil }) {
            stated[field.key] = answer(field, always.contains(field.key) ? nil : aside)
        }
        return AskedForm(form, stated).asked.map {
            FormAnswer(field: $0.key, label: $0.label, value: stated[$0.key] ?? "")
        }
    }

    private static func answer(
        to field: FormField,
        _ person: SyntheticPerson,
        _ organization: SyntheticOrganization,
        _ chance: SeededRandomness
    ) -> String {
        switch field.kind {
        case .line:
            if field.isPersonal { return person.name }
            return field.key == "species" ? "柏木" : organization.name
        case .paragraph: return "按照有关规定办理，详见所附材料（演示）"
        case .number: return String(chance.number(in: 20...600))
        case .day: return "2026-01-01"
        case .choice: return SyntheticNames.pick(field.choices ?? ["其他"], chance)
        case .phone: return person.mobile
        case .identityNumber: return person.identityNumber
        case .creditCode: return organization.code
        case .industry: return NegativeList.outside
        case .group: return ""
        case .address: return "四川省广安市广安区演示路\(chance.number(in: 1...199))号"
        }
    }
}
