package import Interchange

/// Reads a list of items row by row; every wrong row is reported, none is repaired.
package struct ItemReader {
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case csv
        case json
        case xlsx
    }

    let columns: ItemColumns
    /// What is wrong with the rows read so far.
    package private(set) var faults: [ImportFault] = []
    private let known: ListKnowledge
    private let memo = RowMemo()
    private let isGuarded: Bool
    /// Who the list is of, where its head says so and no column does (填报单位：…).
    private let unit: String?
    /// Whether a title stands above the header, and perhaps a sum and signatures below the rows.
    private let isForm: Bool
    private var rows: ItemRows
    /// What is wrong with the file as text.
    private var encodingFault: ImportFault?
    private var rowsOfCodes: [TextFingerprint: Int] = [:]
    private var rowsOfNames: [TextFingerprint: Int] = [:]

    init(_ list: ItemList) {
        known = list.known
        isGuarded = list.format == .csv
        encodingFault = list.encodingFault
        do throws(NoList) {
            rows = try list.open()
        } catch {
            rows = ItemRows(error.columns, .ended)
            faults = error.fault.map { [$0] } ?? []
        }
        columns = rows.columns
        unit = ListForm.unit(in: rows.above)
        isForm = !rows.above.isEmpty
    }

    /// Reads a list whole; the parameters are those of `ItemList`.
    ///
    /// - Returns: the good rows and the faults; a file that is no list at all is one fault in row 1.
    package static func read(
        _ bytes: [UInt8],
        format: Format,
        encoding: TextEncoding? = nil,
        columns: ItemColumns? = nil,
        known: ListKnowledge
    ) -> ItemReading {
        ItemList(bytes, format: format, encoding: encoding, columns: columns, known: known).read()
    }

    /// Returns the next good row, or `nil` at the end; what is wrong on the way is added to `faults`.
    package mutating func next() -> ReadItem? {
        while let row = rows.next() {
            switch row {
            case .faulty(let fault): faults.append(fault)
            case .read(let number, let cells, let cell):
                // What a form has below its rows is none.
                if isForm, ListForm.isFoot(cells) { continue }
                if let item = checked(number, named(cell)) { return item }
            }
        }
        if let fault = encodingFault { faults.append(fault) }
        encodingFault = nil
        return nil
    }

    /// Returns the next good rows, at most `count`; empty at the end.
    package mutating func next(_ count: Int) -> [ReadItem] {
        var some: [ReadItem] = []
        while some.count < count, let row = next() { some.append(row) }
        return some
    }

    /// The cells of a row, with the unit in the head of the list for whom it is of.
    private func named(_ cell: @escaping (String) -> String?) -> (String) -> String? {
        guard let unit, let column = columns[.agencyName] else { return cell }
        return { name in cell(name) ?? (name == column ? unit : nil) }
    }

    /// Checks one row; a row with a fault is reported and left out.
    private mutating func checked(_ row: Int, _ cell: @escaping (String) -> String?) -> ReadItem? {
        var check = RowCheck(row: row, columns: columns, known: known, memo: memo, isGuarded: isGuarded, cell: cell)
        guard let listing = check.listing() else {
            faults += check.faults
            return nil
        }
        let code = TextFingerprint(listing.code)
        if let earlier = rowsOfCodes[code] {
            let expected = "清单中不重复的编码"
            let found = "\(listing.code)，与第 \(earlier) 行相同"
            faults.append(ImportFault(row: row, column: columns.code, expected: expected, found: found))
            return nil
        }
        rowsOfCodes[code] = row
        let title = TextFingerprint("\(listing.agency?.name ?? "")\u{0}\(listing.name)")
        if let earlier = rowsOfNames.updateValue(row, forKey: title) {
            let expected = "同一单位中不重复的名称"
            let found = "\(listing.name)，与第 \(earlier) 行相同"
            check.doubts.append(ImportFault(row: row, column: columns.name, expected: expected, found: found))
        }
        return ReadItem(row: row, listing: listing, doubts: check.doubts)
    }
}

/// Stands for a text among millions, in sixteen bytes: two texts with one fingerprint would have to be looked for.
private struct TextFingerprint: Hashable {
    private let first: Int
    private let second: Int

    init(_ text: String) {
        var (one, two) = (Hasher(), Hasher())
        one.combine(text)
        two.combine(1 as UInt8)
        two.combine(text)
        first = one.finalize()
        second = two.finalize()
    }
}
