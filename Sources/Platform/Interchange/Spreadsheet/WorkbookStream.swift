/// Writes a workbook piece by piece: what was taken away is not kept, so a sheet of any length needs little memory.
package struct WorkbookStream {
    private var archive = ZipArchive()
    private var count = 0
    /// What of the sheet's part stands behind the rows.
    private let tail: String

    /// Begins a workbook.
    ///
    /// - Parameter sheet: the sheet's name, at most 31 characters.
    package init(sheet: String) {
        var tail = ""
        for (name, text) in WorkbookWriter(sheet: sheet).parts where name != WorkbookWriter.sheetPart {
            archive.append(name, Array((WorkbookWriter.head + text).utf8))
        }
        archive.open(WorkbookWriter.sheetPart)
        for (name, text) in WorkbookWriter(sheet: sheet).parts where name == WorkbookWriter.sheetPart {
            let pieces = text.split(separator: "</sheetData>", maxSplits: 1)
            archive.add(Array((WorkbookWriter.head + pieces[0]).utf8))
            tail = "</sheetData>" + pieces[1]
        }
        self.tail = tail
    }

    package mutating func append(_ cells: [String]) {
        count += 1
        archive.add(Array(WorkbookWriter.row(count, cells).utf8))
    }

    /// Returns what was written since it was asked last.
    package mutating func take() -> [UInt8] { archive.take() }

    /// Ends the workbook and returns what was not taken yet.
    package mutating func finish() -> [UInt8] {
        archive.add(Array(tail.utf8))
        archive.close()
        return archive.take() + archive.ending
    }
}
