/// How a file of the open data is written.
enum DataFormat: String, CaseIterable, Sendable {
    case csv, json, xlsx

    var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}
