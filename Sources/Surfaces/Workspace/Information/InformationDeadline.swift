import HTML
import Kernel
import Participation
import TimeLimits

/// The period of a request that runs now, as a chip that opens to how its last day came about.
struct InformationDeadline: Sendable {
    let chip: DeadlineChip
    /// Whether the row of a list is marked.
    let tone: Tone?

    init(_ request: InformationRequest, on today: Day, in calendar: WorkingCalendar) {
        switch request.stage {
        case .handling:
            guard let clock = request.clock, let due = request.due else {
                self.init(DeadlineChip(.closed, remaining: ""), nil)
                return
            }
            let left = (try? calendar.workingDays(after: today, through: due)) ?? 0
            let facts = InformationDeadline.facts(clock, due, request, in: calendar)
            if today > due {
                self.init(DeadlineChip(.overdue, remaining: "已超期 \(-left) 个工作日", facts: facts), .bad)
            } else {
                let isSoon = left <= 3
                let chip = DeadlineChip(isSoon ? .dueSoon : .inTime, remaining: "还有 \(left) 个工作日", facts: facts)
                self.init(chip, isSoon ? .caution : nil)
            }
        case .correcting:
            let until = request.correction?.until
            self.init(DeadlineChip(.inTime, remaining: "补正至 \(until?.description ?? "")"), nil)
        case .replied: self.init(DeadlineChip(.closed, remaining: "\(request.reply?.on.description ?? "")答复"), nil)
        case .abandoned, .withdrawn: self.init(DeadlineChip(.closed, remaining: request.stage.chinese), nil)
        }
    }

    private init(_ chip: DeadlineChip, _ tone: Tone?) {
        self.chip = chip
        self.tone = tone
    }

    private static func facts(
        _ clock: InformationClock,
        _ due: Day,
        _ request: InformationRequest,
        in calendar: WorkingCalendar
    ) -> [Definition] {
        let excluded = (try? clock.excludedDays(in: calendar)) ?? 0
        return [
            Definition("自", clock.from.chinese),
            Definition("答复期限", "\(clock.reply.period.chinese)（\(clock.reply.source)）"),
            Definition("延长", clock.extended.map { "\($0.period.chinese)（\($0.source)）" } ?? "无"),
            Definition("征求意见不计入", "\(excluded) 个工作日"), Definition("届满日", due.chinese),
            Definition("最迟告知补正日", request.opening?.correctionBy.chinese),
        ]
    }
}
