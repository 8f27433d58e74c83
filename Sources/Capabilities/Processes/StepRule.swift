package import RuleTables

/// A table of rules decides at a step: where it says yes, the case goes on by one outcome only.
///
/// The officer still does the step and answers for it; outcomes that turn the case away stay open.
package struct StepRule: Hashable, Sendable, Codable {
    /// Which table is asked: the one in force where and when the step is done.
    package let table: TableUse
    package let demands: StepOutcome.ID

    package init(table: TableUse, demands: StepOutcome.ID) {
        self.table = table
        self.demands = demands
    }
}
