package import Kernel

/// One demand of a statute on every process of a category.
package struct FrameRule: Hashable, Sendable {
    /// Stable, unique in its frame: `XK-07`.
    package let code: String
    /// The demand in one sentence of our own, for the author of the process.
    package let demand: String
    package let source: LegalSource
    package let test: FrameTest

    package init(_ code: String, _ demand: String, _ source: LegalSource, _ test: FrameTest) {
        self.code = code
        self.demand = demand
        self.source = source
        self.test = test
    }
}

/// The demands of the law on the processes of one category.
package struct Frame: Hashable, Sendable {
    /// Where it is written that a promise stays within the statute, and in which units it may be made.
    package struct LimitRule: Hashable, Sendable {
        package let source: LegalSource
        package let units: [Period.Unit]
        package let unitSource: LegalSource

        /// - Source: Regulation on Optimizing the Business Environment (优化营商环境条例) art. 36.
        static let general = LimitRule(
            source: "优化营商环境条例§36",
            units: [.workingDay, .calendarDay, .month],
            unitSource: "优化营商环境条例§36"
        )
    }

    package let category: ProcessDefinition.Category
    package let rules: [FrameRule]
    package let limits: LimitRule

    init(_ category: ProcessDefinition.Category, _ rules: [FrameRule], limits: LimitRule = .general) {
        self.category = category
        self.rules = rules
        self.limits = limits
    }

    package static func of(_ category: ProcessDefinition.Category) -> Frame {
        switch category {
        case .licensing: licensing
        case .penaltySimple: penaltySimple
        case .penalty: penalty
        case .penaltyHearing: penaltyHearing
        case .coerciveMeasure: coerciveMeasure
        case .freezing: freezing
        case .coerciveExecution: coerciveExecution
        case .substituteExecution: substituteExecution
        case .courtEnforcement: courtEnforcement
        case .inspection: inspection
        case .levy: levy
        case .charge: charge
        case .grant: grant
        case .confirmation: confirmation
        case .adjudication: adjudication
        case .reward: reward
        case .requisition: requisition
        case .registration: registration
        case .other: other
        }
    }
}
