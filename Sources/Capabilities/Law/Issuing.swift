/// Who made a statute and by which document it was promulgated, as the notes on its life show it.
enum Issuing {
    /// Returns the number of the order or document, `nil` where the note names none: 国务院令第654号, 粤府〔2023〕73号.
    static func number(in note: String) -> String? {
        let order = /([\p{Han}]{2,30}?)令(第?)([〇零一二三四五六七八九十百0-9]+)号/
        if let found = note.firstMatch(of: order) {
            return "\(withoutState(found.1))令第\(found.3)号"
        }
        let document = /[\p{Han}]{2,12}〔[0-9]{4}〕[0-9]+号/
        return note.firstMatch(of: document).map { String($0.0) }
    }

    /// Returns the body that adopted or promulgated it, `nil` where the note names none.
    static func body(in note: String) -> String? {
        if let found = note.firstMatch(of: /全国人民代表大会(?:常务委员会)?/) { return String(found.0) }
        let local = /([\p{Han}]{2,12}?)第[一二三四五六七八九十百]+届(人民代表大会(?:常务委员会)?)/
        if let found = note.firstMatch(of: local) { return "\(found.1)\(found.2)" }
        if let found = note.firstMatch(of: /(中共中央(?:办公厅)?(?:、国务院(?:办公厅)?)?)(?:发布|印发)/) {
            return String(found.1)
        }
        if note.firstMatch(of: /国务院(?:令|第|公布|发布)/) != nil { return "国务院" }
        return note.firstMatch(of: /([\p{Han}]{2,30}?)令第?[〇零一二三四五六七八九十百0-9]+号/).map { withoutState($0.1) }
    }

    private static func withoutState(_ name: Substring) -> String {
        let state = "中华人民共和国"
        return name.hasPrefix(state) && name.count > state.count ? String(name.dropFirst(state.count)) : String(name)
    }
}

extension StatuteVersion {
    /// The body that made it: as stated, else as the first note that names one shows it.
    package var shownIssuer: String? {
        issuer ?? enactments.lazy.compactMap { Issuing.body(in: $0.text) }.first
    }

    /// The document that promulgated this version: as stated, else as the last note that names one shows it.
    package var shownNumber: String? {
        documentNumber ?? enactments.reversed().lazy.compactMap { Issuing.number(in: $0.text) }.first
    }
}
