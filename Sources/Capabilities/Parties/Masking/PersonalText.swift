/// A free text without what tells who a natural person is and how to reach her, and why each part was hidden.
///
/// Numbers go as `MaskedText` does it; then mail and chat addresses, vehicle plates, numbers of passes, home addresses,
/// and names that stand behind a word for a role (证人张小三) or before a courtesy title. What no pattern can know, an
/// officer hides by hand before publishing. Masking a masked text changes nothing.
///
/// - Source: 行政处罚结果信息网上公示暂行办法.
package struct PersonalText: Hashable, Sendable {
    package private(set) var text: String
    package private(set) var reasons: Set<MaskReason> = []

    package init(masking original: String) {
        text = original
        guard original.count > 1 else { return }
        // Contacts first: the digits of a chat account would else be taken for another number.
        take(.contact, ContactsInText.contacts(in: text))
        take(.identityNumber, ContactsInText.passes(in: text))
        let (numbers, kinds) = MaskedText.numbersAndReasons(in: text)
        text = numbers
        reasons.formUnion(kinds)
        take(.vehicle, ContactsInText.plates(in: text))
        take(.address, AddressesInText.masked(text))
        take(.bystander, NamesInText.masked(text))
    }

    /// Returns the text alone.
    package static func masked(_ text: String) -> String { PersonalText(masking: text).text }

    private mutating func take(_ reason: MaskReason, _ masked: String) {
        guard masked != text else { return }
        text = masked
        reasons.insert(reason)
    }
}
