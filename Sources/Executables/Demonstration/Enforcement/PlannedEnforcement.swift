import Casework
import Discretion
import Kernel
import Parties
import Sanctions
import TimeLimits

/// A matter as chance has planned it: whom it meets, what was found, and how it will go.
struct PlannedEnforcement: Sendable {
    let number: Int
    let item: DemonstrationItem
    let story: EnforcementStory
    let beginsAt: Instant
    var party: RegisterParty.Applicant
    var partyName: String
    let clue: Clue
    var fine: Money
    /// How long the business went on without a permit.
    let months: Int64
    /// Which of two officers handles it.
    let handler: Int
    let moments: [Instant]

    init(
        number: Int,
        item: DemonstrationItem,
        story: EnforcementStory,
        days: [Day],
        calendar: WorkingCalendar,
        _ chance: SeededRandomness
    ) throws {
        self.number = number
        self.item = item
        self.story = story
        handler = chance.number(in: 0...1)
        let person = SyntheticPerson(chance)
        let organization = SyntheticOrganization(chance)
        party = .organization(
            name: organization.name,
            code: organization.code,
            representative: LegalRepresentative(name: person.markedName, mobile: person.mobile)
        )
        partyName = organization.name
        // Five to twelve times ten thousand yuan: within the statute's fifty to five hundred thousand.
        fine = .yuan(Int64(10_000 * chance.number(in: 5...12)))
        months = Int64(number % 2 + 1)
        let day = SyntheticNames.pick(days, chance)
        clue = Clue(
            source: SyntheticNames.pick([.inspection, .complaint, .transfer, .assignment], chance),
            facts: "\(organization.name)未取得燃气经营许可证，在经营场所存放、销售瓶装液化石油气（演示）",
            place: "四川省广安市广安区演示路\(chance.number(in: 1...199))号",
            happenedOn: day - chance.number(in: 1...20)
        )
        let start = Instant(day, hour: 10) + .seconds(60 * chance.number(in: 0...90))
        beginsAt = start
        var last = start
        moments = try story.beats.map { beat in
            let count = chance.number(in: beat.days)
            let day = count == 0 ? last.day : try calendar.day(count, workingDaysAfter: last.day)
            let hour = Instant(day, hour: 14) + .seconds(60 * chance.number(in: 0...170))
            last = max(last + .seconds(600 + chance.number(in: 0...1200)), hour)
            return last
        }
    }

    var proposal: Proposal {
        Proposal(
            broken: "城镇燃气管理条例§15",
            basis: "城镇燃气管理条例§45.1",
            sanctions: [Sanction(.fine, amount: fine)],
            discretion: "存放、销售数量较少，配合调查"
        )
    }

    /// By the shipped benchmark of the item: one to two months, the first time and without harm.
    var weighing: Weighing {
        Weighing(
            version: 1,
            situation: "unlicensed",
            circumstances: [
                Circumstance("first", .option("是")), Circumstance("harm", .option("未造成危害后果")),
                Circumstance("months", .number(months)),
            ],
            departure: fine < .yuan(185_000) ? "" : "存放地点紧邻幼儿园，危险程度高于一般情形（演示）"
        )
    }
}
