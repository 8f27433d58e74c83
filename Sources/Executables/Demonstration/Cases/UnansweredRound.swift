import Access
import Casework
import Cryptography
import Directory
import EventLog
import Kernel
import Participation

/// What the public wrote and nobody answered, one example a rule: a letter (PUB-LETTER), a request for information
/// (PUB-INFORMATION), an opinion of a public supervisor (PUB-OPINION).
struct UnansweredRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let queryKey: SecretKey
    let clocks: ParticipationClocks
    let rules: PublicSupervision
    let chance: SeededRandomness

    /// Everything is sent on `day`, to agencies that handle cases as they should.
    func run(on day: Day) async throws {
        guard let office = staff.actor(named: "jiancha"), let forestry = staff.agencies["区林业局"],
            let police = staff.agencies["区公安分局"], let kind = rules.kinds.first
        else { return }
        let visitor = Actor(kind: .visitor, id: "hall")
        let letter = FileLetter(
            .question,
            about: .agency(forestry),
            title: "自留山上的枯树可以砍吗",
            text: "请问自家自留山上已经枯死的柏木，采伐前还要不要申请许可？需要带哪些材料？（演示）",
            writer: nil,
            queryDigest: digest("letter"),
            clocks
        )
        _ = try await submit(letter, by: visitor, "letter")
        let person = SyntheticPerson(chance)
        let content = InformationContent(
            name: person.name,
            identity: person.identityNumber,
            mobile: person.mobile,
            address: "",
            description: "旅馆业特种行业许可证核发的年度统计（演示）",
            form: .online
        )
        let request = RequestInformation(
            to: police,
            by: .person,
            content,
            queryDigest: digest("information"),
            clocks
        )
        _ = try await submit(request, by: visitor, "information")
        let appointment = AppointPublicSupervisor(
            person: "蒲永年（演示）",
            unit: "区第一代表团（演示）",
            kind: kind.code,
            division: DemonstrationAgencies.division,
            from: day,
            through: day + 730,
            queryDigest: digest("supervisor"),
            rules
        )
        let supervisor = try await submit(appointment, by: office, "supervisor").supervisor
        let opinion = GiveOpinion(
            supervisor,
            about: .agency(forestry),
            text: "采伐季窗口排队时间长，建议增加预约办理。（演示）",
            rules
        )
        _ = try await submit(opinion, by: visitor, "opinion")
    }

    private func digest(_ word: String) -> String {
        QueryCode(formKey: "demonstration unanswered \(word)", under: queryKey).digest(under: queryKey)
    }

    private func submit<C: Command>(_ command: C, by actor: Actor, _ word: String) async throws -> C.Answer {
        let act = Act(realm: realm, actor: actor, key: "demonstration unanswered \(word)")
        return try await log.submit(command, as: act).answer
    }
}
