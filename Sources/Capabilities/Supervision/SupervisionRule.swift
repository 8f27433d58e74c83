package import Directory
package import Kernel
package import TimeLimits

/// A rule by which acts are held against the law after they happened; it never stops one.
///
/// Pure: it sees the case and the calendar, no clock and no database. Whether it runs is not decided in casework.
package protocol SupervisionRule: Sendable {
    static var code: RuleCode { get }
    /// What the rule asks, as lists name it: 承诺时限即将届满.
    static var title: String { get }
    /// The thresholds that may be set.
    static var numbers: [RuleNumber] { get }
    var dimension: Dimension { get }
    var level: FindingLevel { get }
    /// The article, as the finding cites it.
    var article: String { get }
}

extension SupervisionRule {
    package static var numbers: [RuleNumber] { [] }
}

/// A rule about something that was done; evaluated in the transaction of the act.
package protocol ActRule: SupervisionRule {
    /// Returns what the case as it now stands shows; what was found before is found again and told apart by key.
    func breaches(in caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [Breach]
}

/// A rule about something that was not done in time; a timer asks when the moment comes.
package protocol PassiveRule: SupervisionRule {
    /// Returns the moments at which it would be found if nothing more happened.
    func watch(_ caseFile: SupervisedCase, _ calendar: WorkingCalendar) throws -> [DuePoint]
    /// Returns what is found when `point` has come.
    func breach(at point: DuePoint, in caseFile: SupervisedCase) -> Breach
}

/// A rule about what an agency keeps beside its cases: catalog, lists, what the public writes; asked every day.
package protocol UpkeepRule: SupervisionRule {
    static var kind: UpkeepConcern.Kind { get }
    /// Returns what `concern`, which is of its kind, amounts to on `today`.
    func breach(of concern: UpkeepConcern, on today: Day) -> Breach
}

/// A rule about an agency's certificates, posts and reviewers; asked every day, and again when the directory is looked at.
///
/// Its thresholds are those of the directory (`DirectoryRules`), so that desk and supervision never disagree.
package protocol StaffRule: SupervisionRule {
    /// What of the directory it looks at.
    static var kind: DirectoryConcern.Kind { get }
    /// Returns what `concern`, which is of its kind, amounts to on `today`.
    func breach(of concern: DirectoryConcern, on today: Day) -> Breach
}
