/// Why a document could not be made.
package enum DocumentError: Error, Hashable {
    /// All texts together are longer than a document may be.
    case textTooLong(limit: Int, found: Int)
    case tooManyPages(limit: Int)
    /// Row `row` (from 1) of a table has another number of cells than the table has columns.
    case tableCells(row: Int, expected: Int, found: Int)
    case tableWithoutColumns
    /// The text is too long for any QR code.
    case codeTooLong(bytes: Int)
    case emptyCode
    /// The file is not as our press makes it, so nothing can be added to it.
    case notSignable(String)
    /// The file is not as our press makes it, so its pages cannot go into another.
    case notBindable(String)
    /// The drawing library refused; `status` is its word for it.
    case drawing(status: String)
}
