package import Kernel

/// The four numbers by which steps are told, at every level from province to case.
package enum StepFigure: String, Hashable, Sendable, CaseIterable {
    case cases, steps, late, use

    package var chinese: String {
        switch self {
        case .cases: "办件"
        case .steps: "办结环节"
        case .late: "超时环节"
        case .use: "平均用去时限"
        }
    }

    package var unit: String {
        switch self {
        case .cases: "件"
        case .steps, .late: "个"
        case .use: "%"
        }
    }

    /// How it is made.
    package var formula: String {
        switch self {
        case .cases: "期间有环节办结的办件，同一办件只计一次"
        case .steps: "期间办结的环节，退回后再办的另计一次"
        case .late: "办结环节中，自进入次日起至办结日的工作日多于流程所定环节时限的；当事人的期限届满前不能办结的，期满次日办结不算超时"
        case .use: "各环节用去的工作日除以环节时限，取平均；没有以工作日定时限的环节不计入"
        }
    }
}

/// The four numbers of some steps.
package struct StepFigures: Hashable, Sendable {
    package internal(set) var cases = 0
    package internal(set) var steps = 0
    package internal(set) var late = 0
    /// Steps that have a limit in working days.
    package internal(set) var limited = 0
    /// The sum of what these used of their limits, in thousandths.
    package internal(set) var used = 0

    package init() {}

    /// In percent, rounded half up; `nil` where no step has a limit.
    package var averageUse: Int? { limited == 0 ? nil : (used + 5 * limited) / (10 * limited) }

    /// How many steps or cases stand behind a figure.
    package func count(_ figure: StepFigure) -> Int {
        switch figure {
        case .cases: cases
        case .steps: steps
        case .late: late
        case .use: limited
        }
    }
}

/// Which steps are asked about; what is `nil` may be anything.
package struct StepSlice: Hashable, Sendable {
    /// When they were done, by the days of the place.
    package var days: ClosedRange<Day>
    package var agencies: Set<String>?
    package var item: String?
    /// The name of the step, which is the same in all versions of a process.
    package var step: String?
    package var post: String?
    package var caseNumber: String?

    package init(days: ClosedRange<Day>, agencies: Set<String>? = nil) {
        self.days = days
        self.agencies = agencies
    }
}

/// By what the steps of a slice are told apart.
package enum StepGrouping: Hashable, Sendable {
    /// Not at all: one group.
    case none
    case agency
    /// By the area each agency lies in, where it is given; else by agency.
    case areas([String: String])
    case post, caseNumber, step, item, month
    /// Two keys: the item, then the step.
    case itemStep
}

/// A set of steps and its four numbers.
package struct StepGroup: Hashable, Sendable {
    /// Identifiers: of an agency, a post, an item; a case's number, a step's name, a month as `2026-11`.
    package let keys: [String]
    /// What people call it, where the table knows.
    package let name: String
    package let figures: StepFigures
}

/// One step of a slice, to be looked at.
package struct StepLine: Hashable, Sendable {
    /// Its place in the table, which never changes.
    package let number: Int
    package let caseNumber: String
    package let itemName: String
    package let agencyName: String
    package let stepName: String
    package let post: String
    package let entered: Instant
    package let done: Instant
    /// The working days it took.
    package let days: Int
    package let limit: Int?

    package var isLate: Bool { limit.map { days > $0 } ?? false }
    /// How much of its limit it used, in percent; `nil` without one.
    package var use: Int? { limit.map { (StepLine.thousandths(days, of: $0) + 5) / 10 } }

    static func thousandths(_ days: Int, of limit: Int) -> Int { limit == 0 ? 0 : days * 1_000 / limit }
}
