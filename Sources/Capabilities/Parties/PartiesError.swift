/// Every refusal of a party's registration; none carries what was typed, for it may be personal.
package enum PartiesError: Error, Hashable, Sendable {
    case name(length: Int, greatest: Int)
    case identityNumber(IdentityNumberFault)
    /// Not a mobile number of 11 digits that begins with 13 to 19.
    case mobile
    /// Not 18 characters of the credit code's alphabet.
    case creditCode
}

/// What is wrong with an identity number.
package enum IdentityNumberFault: Hashable, Sendable {
    /// Not 17 digits and a digit or X.
    case form
    /// The eight digits from the seventh on name no day.
    case birthDay
    case checkDigit(expected: String)
}
