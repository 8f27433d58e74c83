import Access
import Casework
import Cryptography
import Directory
import EventLog
import Kernel
import Participation

/// One public supervisor of each kind, with cases drawn for them and what some said of them; the last waits for its answer.
struct SupervisorRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let queryKey: SecretKey
    let rules: PublicSupervision

    private static let people: [(name: String, unit: String)] = [
        ("周建国（演示）", "区第二代表团（演示）"), ("何秀兰（演示）", "区政协社会法制委员会（演示）"),
        ("冉小波（演示）", "演示社区第三网格"), ("唐明芳（演示）", "演示社区居民委员会"), ("谭志远（演示）", "演示志愿服务队"),
        ("罗晓燕（演示）", "演示区融媒体中心"),
    ]
    private static let words: [(opinion: String, answer: String)] = [
        ("从收到申请到受理用了好几天，建议窗口当场决定是否受理。", "意见收悉。已要求窗口当场受理，不能当场受理的书面说明原因。"),
        ("办事指南写得太专业，建议配上样例。", "已在办事指南中增加填写样例，今后同步更新。"),
        ("期限临近才办结，建议提前安排核查。", ""),
    ]
    private static let sampled = 6

    func run(on day: Day) async throws {
        guard let office = staff.actor(named: "jiancha"), let home = office.agency,
            let row = try await log.read(realm, { try $0.reader.agency(Agency.ID(home), in: $0.realm) })
        else { return }
        for (place, kind) in rules.kinds.enumerated() {
            let person = SupervisorRound.people[place % SupervisorRound.people.count]
            let key = "demonstration supervisor \(kind.code)"
            let appointment = AppointPublicSupervisor(
                person: person.name,
                unit: person.unit,
                kind: kind.code,
                division: row.profile.division,
                from: day + -30,
                through: day + 700,
                queryDigest: QueryCode(formKey: key, under: queryKey).digest(under: queryKey),
                rules
            )
            let supervisor = try await submit(appointment, by: office, key).supervisor
            let count = SupervisorRound.sampled
            let draw = DrawSample(for: supervisor, from: day + -60, through: day, count: count, rules)
            _ = try await submit(draw, by: office, "\(key) draw")
            if place < SupervisorRound.words.count { try await speak(place, supervisor, key) }
        }
    }

    /// Says something of the first case drawn; the agency answers all but the last.
    private func speak(_ place: Int, _ supervisor: PublicSupervisor.ID, _ key: String) async throws {
        let (opinion, answer) = SupervisorRound.words[place]
        let visitor = Actor(kind: .visitor, id: "hall")
        let given = try await submit(
            GiveOpinion(supervisor, about: .sampled(1), text: opinion, rules),
            by: visitor,
            "\(key) opinion"
        )
        let agency = try await log.read(realm) {
            try $0.state(Opinion.self, given.opinion.text).state.given?.subject.agency
        }
        guard !answer.isEmpty, let agency, let officer = staff.actor(.approve, of: agency) else { return }
        _ = try await submit(AnswerOpinion(given.opinion, answer: answer, hidden: []), by: officer, "\(key) answer")
    }

    private func submit<C: Command>(_ command: C, by actor: Actor, _ key: String) async throws -> C.Answer {
        try await log.submit(command, as: Act(realm: realm, actor: actor, key: key)).answer
    }
}
