import Access
import Casework
import Catalog
import Directory
import EventLog
import Kernel
import Parties

/// Finds cases by anything an officer may have in hand: number, document number, code, item, name.
///
/// It looks in the agencies whose cases the reader may read; every way goes along an index.
struct CaseFinder {
    /// A case, and whether nothing but the party's name led to it.
    struct Hit {
        let summary: CaseRowSummary
        let isByName: Bool
    }

    let names: NameIndex
    let catalog: CatalogSearch

    /// Somewhat more than a page, so that one may say whether there is more.
    private static let most = 40
    private static let items = 10

    /// Returns what `text` leads to, most recently touched first.
    func find(_ text: String, for reader: DeskReading) throws -> [Hit] {
        let reading = reader.reading
        let agencies = try agencies(of: reader)
        guard !agencies.isEmpty else { return [] }
        let number = CaseFinder.number(text)
        let starts = [number] + (reader.principal.division.map { ["\($0.description.prefix(6))-\(number)"] } ?? [])
        var direct = try starts.flatMap { try reading.cases(numbered: $0, of: agencies, limit: CaseFinder.most) }
        direct += try reading.cases(documented: number, of: agencies, limit: CaseFinder.most)
        let coded = try reading.reader.organizations(code: text.uppercased(), in: reading.realm).map(\.text)
        direct += try reading.cases(parties: coded, of: agencies, limit: CaseFinder.most)
        for code in try itemCodes(text, reading) {
            direct += try reading.cases(ofItem: code, of: agencies, limit: CaseFinder.most)
        }
        let named = try reading.parties(named: text, by: names, limit: CaseFinder.most).map(\.id.text)
        let byName = try reading.cases(parties: named, of: agencies, limit: CaseFinder.most)
        var seen: Set<CaseFile.ID> = []
        let hits = direct.map { Hit(summary: $0, isByName: false) } + byName.map { Hit(summary: $0, isByName: true) }
        return Array(
            hits.filter { seen.insert($0.summary.id).inserted }
                .sorted { ($0.summary.lastActAt, $0.summary.id.text) > ($1.summary.lastActAt, $1.summary.id.text) }
                .prefix(CaseFinder.most)
        )
    }

    /// The own agency; with a reach over a division, all of it.
    private func agencies(of reader: DeskReading) throws -> [String] {
        let principal = reader.principal
        guard let reach = principal.reach(of: .readCase) else { return [] }
        guard reach >= .division, let division = principal.division else {
            return principal.agency.map { [$0.text] } ?? []
        }
        return try reader.reading.reader.agencies(of: division, in: reader.reading.realm, on: reader.today)
            .map(\.id.text)
    }

    private func itemCodes(_ text: String, _ reading: EventReading) throws -> [String] {
        let found = try catalog.search(
            CatalogQuery(text, audience: .officers, limit: CaseFinder.items),
            in: reading
        )
        let plain = found.isNear ? [] : found.entries.filter { $0.name.contains(text) || $0.code == text }
        return Array(Set(plain.map(\.code) + [text])).sorted()
    }

    /// A document's number with the brackets of its year as the standard wants them.
    ///
    /// - Source: GB/T 9704-2012 7.2.5.
    private static func number(_ text: String) -> String {
        String(
            text.map { character in
                switch character {
                case "[", "［", "(", "（", "【": "〔"
                case "]", "］", ")", "）", "】": "〕"
                default: character
                }
            }
        )
    }
}
