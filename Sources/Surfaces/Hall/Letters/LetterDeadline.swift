import HTML
import Kernel
import Participation
import TimeLimits

/// The deadline chip of a letter, with its source.
struct LetterDeadline: Sendable {
    let calendar: WorkingCalendar
    let today: Day

    func chip(of letter: Letter) -> DeadlineChip {
        switch letter.stage {
        case .waiting, .handling:
            guard let (name, due) = letter.due else { return DeadlineChip(.inTime, remaining: "") }
            let facts = [
                Definition("自", letter.clock?.from.chinese), Definition(name, due.limit.period.chinese),
                Definition("届满日", due.day.chinese), Definition("依据", due.limit.source),
            ]
            return DeadlineChip(standing(due.day), remaining: "\(name)至 \(due.day)", facts: facts)
        case .declined(let day), .replied(let day): return DeadlineChip(.closed, remaining: "\(day)答复")
        case .closed: return DeadlineChip(.closed, remaining: letter.repliedOn?.description ?? "")
        }
    }

    private func standing(_ due: Day) -> DeadlineChip.Standing {
        guard today <= due else { return .overdue }
        let left = try? calendar.workingDays(after: today, through: due)
        return (left ?? 2) <= 1 ? .dueSoon : .inTime
    }
}
