import Kernel

/// A natural person who does not exist: the sequence code 000 was never given to anybody.
struct SyntheticPerson {
    let name: String
    let identityNumber: String
    let mobile: String

    /// The name with the mark that it belongs to nobody.
    var markedName: String { "\(name)（演示）" }

    init(_ chance: SeededRandomness) {
        name = SyntheticNames.person(chance)
        let birthday = Day(year: 1958, month: 1, day: 1).map { $0 + chance.number(in: 0...16_000) } ?? .first
        identityNumber = SyntheticPerson.number(bornOn: birthday)
        mobile = "1990000" + chance.number(in: 0...9999).padded(to: 4)
    }

    /// Place, birthday, the sequence nobody has, check character.
    static func number(bornOn birthday: Day) -> String {
        let body = "511602" + birthday.description.filter { $0 != "-" } + "000"
        return body + CheckCharacters.identity(body)
    }
}
