/// A threshold that a rule declares: how it is called, what it is unless set, and within which limits it may be set.
package struct RuleNumber: Hashable, Sendable {
    package let key: String
    package let chinese: String
    package let standard: Int
    package let limits: ClosedRange<Int>

    init(_ key: String, _ chinese: String, standard: Int, within limits: ClosedRange<Int>) {
        self.key = key
        self.chinese = chinese
        self.standard = standard
        self.limits = limits
    }
}
