/// An action and how far it reaches.
///
/// Granted, it says what somebody may do, and where; demanded by a rule, it says what is needed, and how far at least.
package struct Permission: Hashable, Sendable {
    package let action: Action
    package let scope: Scope

    package init(_ action: Action, _ scope: Scope = .own) {
        self.action = action
        self.scope = scope
    }
}
