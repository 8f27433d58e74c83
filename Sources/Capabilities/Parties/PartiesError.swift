/// Every refusal of parties and of who acts for them; none carries what was typed, for it may be personal.
package enum PartiesError: Error, Hashable, Sendable {
    case name(length: Int, greatest: Int)
    case identityNumber(IdentityNumberFault)
    /// Not a mobile number of 11 digits that begins with 13 to 19.
    case mobile
    /// Not 18 characters of the credit code's alphabet.
    case creditCode
    /// Who types a firm's code is held to its check digit.
    case creditCodeCheck(expected: String)
    /// Who acts is not the firm's agent today, or not its keeper.
    case noMandate
    /// The last day is no day, is past, or lies too far ahead.
    case mandateTerm(longestYears: Int)
    case letterMissing
    /// The mandate is past that act.
    case mandateStanding(Mandate.State.Name)
}

/// What is wrong with an identity number.
package enum IdentityNumberFault: Hashable, Sendable {
    /// Not 17 digits and a digit or X.
    case form
    /// The eight digits from the seventh on name no day.
    case birthDay
    case checkDigit(expected: String)
}
