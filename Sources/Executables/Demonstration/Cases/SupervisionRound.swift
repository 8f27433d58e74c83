import Access
import Directory
import EventLog
import Kernel
import Publicity
import Supervision
import TimeLimits

/// What the supervisors do of an afternoon beside judging findings: orders and what becomes of them, the scores of the
/// month that is over, the bulletins.
struct SupervisionRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let masking: MaskingPolicy
    let publicity: PublicityRules
    let limits: OrderLimits
    let schemes: ScoreSchemes
    let calendar: WorkingCalendar

    /// So many orders go out at most, one a week.
    private static let mostOrders = 7

    func run(on day: Day) async throws {
        guard let drafter = staff.actor(named: "jiancha"), let second = staff.actor(named: "jiancha2")
        else { return }
        try await moveOrders(on: day, drafter)
        if day.weekday == 3 { try await order(drafter, second) }
        try await score(ScoreMonth(day).previous, of: DemonstrationAgencies.division, on: day, drafter, second)
    }

    private func submit<C: Command>(_ command: C, by actor: Actor, _ key: String) async throws -> C.Answer {
        let act = SubmittedAct(realm: realm, actor: actor, key: "demonstration \(key)")
        return try await log.submit(command, as: act).answer
    }

    /// About the latest card that was accepted and has no order yet.
    private func order(_ drafter: Actor, _ second: Actor) async throws {
        let agencies = staff.agencies.values.map(\.text)
        let found = try await log.read(realm) { reading -> FindingRow? in
            guard
                try reading.orders(to: agencies, limit: SupervisionRound.mostOrders).count < SupervisionRound.mostOrders
            else { return nil }
            let search = FindingSearch(agencies: agencies, status: .accepted, order: .gravest)
            return try reading.findings(search, limit: 20).first { found in
                try found.level.isCard && reading.orders(about: found.matter).isEmpty
            }
        }
        guard let found else { return }
        let isGrave = found.level == .redCard
        let draft = DraftOrder(
            matter: found.matter,
            finding: found.number,
            kind: isGrave ? .opinion : .urging,
            demand: "查明原因，尽快办结并书面报告整改情况，完善岗位交接制度（演示）",
            limits: limits
        )
        let key = "\(found.matter.text) \(found.number)"
        let id = try await submit(draft, by: drafter, "order \(key)")
        _ = try await submit(CosignOrder(order: id), by: second, "cosign \(key)")
    }

    /// Agencies receive and report within days, supervisors judge; every third order runs out.
    private func moveOrders(on day: Day, _ supervisor: Actor) async throws {
        let agencies = staff.agencies.values.map(\.text)
        let orders = try await log.read(realm) { try $0.orders(to: agencies, limit: SupervisionRound.mostOrders) }
        for (place, order) in orders.reversed().enumerated() where place % 3 != 2 {
            let age = day - order.draftedOn
            let terms = try await log.read(realm) { try $0.orderRecord(order.id)?.terms }
            guard let terms, let officer = staff.actor(.handle, of: terms.agency) else { continue }
            switch order.status {
            case .issued where age >= 1:
                _ = try await submit(ReceiveOrder(order: order.id), by: officer, "receive \(order.id)")
            case .running where age >= 5:
                let reply = ReplyToOrder(order: order.id, text: "已办结，并修订了岗位交接办法（演示）")
                _ = try await submit(reply, by: officer, "reply \(order.id)")
            case .replied where age >= 8:
                let judged = ConcludeOrder(order: order.id, outcome: .corrected, opinion: "经核查，已经纠正（演示）")
                _ = try await submit(judged, by: supervisor, "conclude \(order.id)")
            case .draft, .issued, .running, .replied, .corrected, .notCorrected, .withdrawn: continue
            }
        }
    }

    /// The general scheme, chosen so that the page shows how one is.
    private func choose(for division: Division.Code, from month: ScoreMonth, by actor: Actor) async throws {
        let command = ChooseScoreScheme(
            schemes.inUse,
            for: division.digits,
            from: month,
            reason: "各单位权力类别不一，选用覆盖九个要素的通用方案（演示）",
            among: schemes
        )
        _ = try await submit(command, by: actor, "scheme \(month.text)")
    }

    private func score(
        _ month: ScoreMonth,
        of division: Division.Code,
        on day: Day,
        _ drafter: Actor,
        _ second: Actor
    ) async throws {
        let (scores, choices) = try await log.read(realm) { reading in
            (
                try reading.state(MonthlyScores.self, MonthlyScores.key(division.digits, month)).state,
                try reading.state(SchemeChoices.self, SchemeChoices.key(division.digits)).state
            )
        }
        if choices.all.isEmpty { try await choose(for: division, from: ScoreMonth(day).next, by: drafter) }
        switch scores.status {
        case .open:
            guard let scheme = schemes.scheme(for: month, choices) else { return }
            let sheets = try await log.read(realm) { reading in
                let agencies = try reading.reader.agencies(of: division, in: realm, on: day)
                let names = Dictionary(uniqueKeysWithValues: agencies.map { ($0.id.text, $0.profile.name) })
                let material = try reading.scoreMaterial(of: names, in: month.days)
                return material.sheets(under: scheme, names: try reading.scoredNames(Array(material.agencies.keys)))
            }
            let draft = DraftScores(
                month,
                of: division.digits,
                under: scheme,
                sheets,
                objectionWorkingDays: schemes.objectionWorkingDays
            )
            _ = try await submit(draft, by: drafter, "scores \(month.text)")
        case .drafted:
            guard let draft = scores.draft, day > draft.objectionsThrough else { return }
            let freeze = FreezeScores(month, of: division.digits, opinion: "数据属实，予以审定（演示）")
            _ = try await submit(freeze, by: second, "freeze \(month.text)")
            try await publish(.month(month), of: division, drafter, second)
            let quarter = BulletinPeriod.quarter(of: month)
            if quarter.months.last == month { try await publish(quarter, of: division, drafter, second) }
        case .frozen: return
        }
    }

    private func publish(
        _ period: BulletinPeriod,
        of division: Division.Code,
        _ drafter: Actor,
        _ second: Actor
    ) async throws {
        let last = period.days.upperBound
        let record = try await log.read(realm) { [masking] reading in
            let agencies = try reading.reader.agencies(of: division, in: reading.realm, on: last)
            let tree = try reading.reader.divisionTree(in: reading.realm)
            return try reading.bulletin(
                of: division.digits,
                named: tree.division(division, on: last)?.name ?? division.digits,
                Dictionary(uniqueKeysWithValues: agencies.map { ($0.id.text, $0.profile.name) }),
                in: period,
                masking
            )
        }
        _ = try await submit(ProposeBulletin(record, publicity), by: drafter, "propose \(period.text)")
        let review = ReviewBulletin(period, of: division.digits, seen: 1, isApproved: true, opinion: "同意公开（演示）")
        _ = try await submit(review, by: second, "review \(period.text)")
    }
}
