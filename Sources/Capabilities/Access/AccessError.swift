package import Kernel

/// Every refusal of signing in and of the upkeep of accounts; none says more than the person may learn.
package enum AccessError: Error, Hashable, Sendable {
    /// Name or password is wrong, or there is no such account, or it is disabled: which, is not said.
    case wrongNameOrPassword
    /// Too many failures; the same answer for a name that does not exist.
    case locked(until: Instant)
    /// More people sign in at once than passwords can be checked.
    case overloaded
    case password(PasswordFault)
    case signInName(String)
    case signInNameTaken(SignInName)
    /// The holder has an account already.
    case holderTaken(AccountHolder)
    case unknownAccount(Account.ID)
    case rolesExclude(Role, Role)
    /// Nobody changes the roles or the standing of the own account.
    case ownAccount
    /// The code is none of now, or was used, or is no unused recovery code: which, is not said.
    case factorWrong
    /// The account has a second factor already.
    case factorConfirmed
    /// There is no such open session of the own account.
    case unknownSession
    /// The code is wrong, too old, tried too often, used or was never sent: which, is not said.
    case codeWrong
    /// Codes were asked for too often for this number, whether or not it has an account.
    case codesTooMany(until: Instant)
    /// No gateway is connected, so no number can be proven.
    case noSender
    /// No account is linked to who the identity provider says this is, or it is disabled: which, is not said.
    case identityUnknown
    /// Another account is linked to that identity.
    case identityTaken
    /// Empty, too long, or with spaces.
    case identity(String)
    case displayName(length: Int, greatest: Int)
}
