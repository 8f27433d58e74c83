/// What the operator may set about signing in.
package struct AccessSettings: Hashable, Sendable {
    package let lockOut: LockOut
    package let passwordRules: PasswordRules

    package init(
        lockOut: LockOut = LockOut(),
        passwordRules: PasswordRules = PasswordRules()
    ) {
        self.lockOut = lockOut
        self.passwordRules = passwordRules
    }
}
