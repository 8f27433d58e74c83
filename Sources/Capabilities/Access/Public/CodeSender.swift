/// Takes a message to a telephone: the gateway of an operator of telecommunications, or what stands in for it.
///
/// What sends must not tell by its answer whether anybody has an account.
package protocol CodeSender: Sendable {
    func send(_ message: CodeMessage, to mobile: String) async throws
}

/// What a telephone is sent.
package enum CodeMessage: Hashable, Sendable {
    /// Six digits that prove the number, for five minutes.
    case code(String, CodePurpose)
    /// Somebody wanted to register a number that has an account: told to its owner, not to who asked.
    case registeredAlready
    /// The account of this number has another one from now on: told to the old number.
    case numberChanged
}

/// What a code proves the number for; a code of one purpose is none for another.
package enum CodePurpose: String, Hashable, Sendable, CaseIterable {
    case register
    case recover
    /// To take a number for an account that has another one.
    case change
}
